package dev.sluice.datasite.run;

/** What was found at the result path. */
public enum ResultCheck {
  /** A plain file within the limit; it was taken over. */
  ACCEPTED,
  /** Nothing. */
  MISSING,
  /** A link, folder or device, a file that has a second name, or one that cannot be read. */
  NOT_PLAIN,
  /** More bytes than a result may have. */
  TOO_LARGE,
  /** Not looked at, because the process was killed or its exit code was not 0. */
  UNREAD
}
