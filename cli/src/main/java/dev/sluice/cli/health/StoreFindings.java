package dev.sluice.cli.health;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.store.StoreFault;
import dev.sluice.state.text.SafeText;
import java.util.List;

/** What the faults of a store mean for the people of its site. */
public final class StoreFindings {
  private static final String RESTORE =
      "Restore the site from a backup, then: sluice site recover.";
  private static final String COPY_FIRST = "Copy the whole folder aside before anything else.";

  private StoreFindings() {}

  /** The finding that {@code fault} is. */
  public static Finding of(StoreFault fault) {
    boolean harmless = fault.kind().isHarmless();
    return new Finding(
        harmless ? Level.WARN : Level.FAIL,
        harmless ? ExitCode.OK : ExitCode.STORE,
        fault.kind().toString(),
        SafeText.sentence("{}: {}", fault.subject(), fault.found()),
        next(fault.kind()).stream().map(SafeText::literal).toList());
  }

  private static List<String> next(StoreFault.Kind kind) {
    return switch (kind) {
      case DATABASE_DAMAGED, REFERENCE_BROKEN, OBJECT_DAMAGED ->
          List.of("The state cannot be relied on; the disk may be failing.", COPY_FIRST, RESTORE);
      case DOCUMENT_DAMAGED, FEED_BROKEN, INBOX_BROKEN ->
          List.of(
              "What crossed or waits to cross is not what was kept; the peer would refuse it.",
              COPY_FIRST,
              RESTORE);
      case BLOB_MISSING, BLOB_DAMAGED ->
          List.of(
              "Content of an object or of a batch is lost here; whatever needs it is refused.",
              "Put the file back from a backup of store/blobs, or restore the site.");
      case AUDIT_BROKEN ->
          List.of(
              "Somebody changed the log, or the disk did; what it says after that is no proof.",
              "Compare a head that was kept outside the site, and tell who watches over it.");
      case BLOB_UNLISTED, FILE_STRAY ->
          List.of(
              "Left by a killed command, or another one is at work. It does no harm.",
              "What nothing needs is removed by: sluice gc.");
    };
  }
}
