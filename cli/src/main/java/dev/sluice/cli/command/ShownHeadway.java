package dev.sluice.cli.command;

import dev.sluice.bundle.Headway;
import dev.sluice.cli.console.Progress;
import dev.sluice.datasite.Scan;
import dev.sluice.state.text.SafeText;
import java.util.Optional;

/** Shows the steps of a bundle or of a scan, one after the other. */
final class ShownHeadway implements Headway, Scan.Headway, AutoCloseable {
  private static final SafeText READING = SafeText.literal("Reading files");

  private final Invocation invocation;
  private Optional<Progress> current = Optional.empty();

  ShownHeadway(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public void begin(Stage stage, long bytes) {
    begin(words(stage), bytes);
  }

  private void begin(SafeText what, long bytes) {
    close();
    if (invocation.tellsProgress()) {
      current = Optional.of(invocation.progress(what, bytes));
    }
  }

  private static SafeText words(Stage stage) {
    return switch (stage) {
      case SEAL -> SafeText.literal("Sealing");
      case WRITE -> SafeText.literal("Writing");
      case READ_BACK -> SafeText.literal("Reading back");
      case VERIFY -> SafeText.literal("Verifying");
      case TAKE -> SafeText.literal("Taking in");
      case OPEN -> SafeText.literal("Opening");
    };
  }

  @Override
  public void advance(long bytes) {
    current.ifPresent(progress -> progress.advance(bytes));
  }

  @Override
  public void planned(long bytes) {
    if (current.isEmpty()) {
      begin(READING, 0);
    }
    current.ifPresent(progress -> progress.expect(bytes));
  }

  @Override
  public void done(long bytes) {
    advance(bytes);
  }

  @Override
  public void close() {
    current.ifPresent(Progress::close);
    current = Optional.empty();
  }
}
