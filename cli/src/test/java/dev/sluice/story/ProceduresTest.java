package dev.sluice.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.Sluice;
import dev.sluice.cli.console.Environment;
import dev.sluice.cli.console.HiddenInput;
import dev.sluice.cli.console.Terminal;
import dev.sluice.cli.testing.Ceremony;
import dev.sluice.cli.testing.PretendedProcess;
import dev.sluice.cli.testing.TwoSites;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the commands of the key procedures in docs/operations.md on two sites that work together.
 */
class ProceduresTest {
  private static final Path PAGE = Path.of("..", "docs", "operations.md");

  @TempDir Path folder;

  private TwoSites sites;

  @BeforeEach
  void pair() throws Exception {
    sites = TwoSites.paired(folder);
    sites.submit("before");
    sites.carryUp();
    Files.createDirectory(folder.resolve("stick"));
    Path passphrase = Files.writeString(folder.resolve("passphrase.txt"), "correct horse\n");
    Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-------"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Replacing keys", "Stolen key", "Lost keys"})
  void procedure_endsWithTwoSitesThatExchangeBundlesAgain(String procedure) throws Exception {
    List<String> commands = commands(procedure);
    assertThat(commands).isNotEmpty();
    for (String command : commands) {
      run(command);
    }
    sites.submit("after");
    cross("low", "high");
    assertThat(sluice(List.of("-C", "high", "batch", "list", "--incoming"))).contains("after");
    cross("high", "low");
  }

  private void cross(String from, String to) throws Exception {
    Files.createDirectory(folder.resolve("stick-" + from));
    sluice(List.of("-C", from, "export", "--out", "stick-" + from));
    sluice(List.of("-C", to, "import", "stick-" + from));
  }

  /** The lines of the section's shell blocks, without comments. */
  private static List<String> commands(String section) throws Exception {
    var commands = new ArrayList<String>();
    boolean inSection = false;
    boolean inBlock = false;
    for (String line : Files.readAllLines(PAGE, UTF_8)) {
      if (line.startsWith("## ")) {
        inSection = line.equals("## " + section);
      } else if (line.startsWith("```")) {
        inBlock = line.equals("```sh");
      } else if (inSection && inBlock && !line.isBlank()) {
        commands.add(line.replaceFirst(" +#.*", ""));
      }
    }
    return commands;
  }

  private void run(String command) throws Exception {
    List<String> words = List.of(command.split(" +"));
    switch (words.get(0)) {
      case "cp" -> {
        Path source = folder.resolve(words.get(1));
        Path target = folder.resolve(words.get(2)).resolve(source.getFileName());
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      }
      case "sluice" -> sluice(heard(words.subList(1, words.size())));
      default -> throw new AssertionError("the page has a command unknown here: " + command);
    }
  }

  /** A confirmation with the words that the other person reads out. */
  private List<String> heard(List<String> arguments) throws Exception {
    if (!arguments.contains("confirm")) {
      return arguments;
    }
    String peer = arguments.get(arguments.size() - 1);
    Path pairings = folder.resolve(arguments.get(1)).resolve("peers").resolve(peer);
    Path proposed = pairings.resolve("proposed.json");
    Path file = Files.exists(proposed) ? proposed : pairings.resolve("pairing.json");
    var all = new ArrayList<>(arguments);
    all.addAll(List.of("--words", Ceremony.words(file)));
    return all;
  }

  private String sluice(List<String> arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var environment =
        new Environment(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Map.of("SLUICE_PASSPHRASE_FILE", "passphrase.txt"),
            folder,
            Clock.fixed(PretendedProcess.NOW, ZoneOffset.UTC),
            Terminal.NONE,
            HiddenInput.ofTerminal());
    int exit = Sluice.run(arguments.toArray(String[]::new), environment);
    assertThat(exit).as(arguments + "\n" + err.toString(UTF_8)).isZero();
    return out.toString(UTF_8);
  }
}
