package dev.sluice.cli.command;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.files.PrivateFiles;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Set;

/** A file that a command makes for a person: it was not there, and only its owner can read it. */
final class NewFile {
  private NewFile() {}

  /**
   * Makes the file.
   *
   * @param option the option that named it
   * @throws CliException USAGE if it is there already
   */
  static OutputStream open(Path file, String option) throws IOException {
    try {
      return Channels.newOutputStream(PrivateFiles.open(file, Set.of(CREATE_NEW, WRITE)));
    } catch (FileAlreadyExistsException e) {
      throw new CliException(ExitCode.USAGE, SafeText.sentence("{} is there already", file))
          .help(SafeText.sentence("name another file with {}", option))
          .because(e);
    }
  }
}
