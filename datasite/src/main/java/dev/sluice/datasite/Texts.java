package dev.sluice.datasite;

import dev.sluice.datasite.DatasiteException.Reason;
import java.util.Locale;

/** What people typed, brought into the form that is kept. */
final class Texts {
  private Texts() {}

  /** The form of an e-mail that owners have. */
  static String email(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  static String filled(String label, String typed) throws DatasiteException {
    String text = typed.strip();
    if (text.isEmpty()) {
      throw new DatasiteException(Reason.UNFIT_TEXT, "the " + label + " is empty");
    }
    return text;
  }
}
