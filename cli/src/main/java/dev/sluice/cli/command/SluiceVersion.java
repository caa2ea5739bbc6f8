package dev.sluice.cli.command;

import dev.sluice.cli.console.Facts;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as its jar's manifest has it. */
public final class SluiceVersion implements IVersionProvider {

  static Facts facts() {
    return Facts.none()
        .and("sluice", number())
        .and("java", property("java.version") + " (" + property("java.vendor") + ")")
        .and("os", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
  }

  /** The version on one line. */
  public static String line() {
    return "sluice " + number();
  }

  private static String number() {
    Package self = SluiceVersion.class.getPackage();
    return Optional.ofNullable(self.getImplementationVersion()).orElse("unpackaged");
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  @Override
  public String[] getVersion() {
    return new String[] {line()};
  }
}
