package dev.sluice.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.Sluice;
import dev.sluice.cli.console.Environment;
import dev.sluice.cli.console.HiddenInput;
import dev.sluice.cli.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs docs/walkthrough.md: writes the files it shows, runs its commands, and compares what they
 * print. What differs from run to run (ids, digests, times, sizes, words) only has to have the same
 * form; an id of the page stands for the id that turned up in its place.
 */
class WalkthroughTest {
  private static final Path PAGE = Path.of("..", "docs", "walkthrough.md");
  private static final Pattern FENCE = Pattern.compile("```([a-z]+)(?: (\\S+))?");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final String PROQUINT = "(?:[b-df-hj-np-tvz][aiou]){2}[b-df-hj-np-tvz]";

  /** What may differ; group by group the page's text is bound to what was printed. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?:%1$s )+%1$s".formatted(PROQUINT)
              + "|\\b(?!bn-)[a-z]{2}-[0-9a-f]{4,32}\\b"
              + "|\\b[0-9]{6}-[0-9a-f]{8}\\b"
              + "|(?i:sha256):[A-Za-z0-9+/]+"
              + "|\\b[0-9a-f]{12,64}\\b"
              + "|\\b[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+Z)?"
              + "|\\b[0-9.]+ (?:KiB|bytes?)\\b"
              + "|(?<=^isolation {2}).*");

  @TempDir Path folder;

  private final Map<String, String> bound = new HashMap<>();

  @Test
  void everyCommandPrintsWhatThePageShows() throws Exception {
    List<String> page = Files.readAllLines(PAGE, UTF_8);
    int commands = 0;
    for (int line = 0; line < page.size(); line++) {
      Matcher fence = FENCE.matcher(page.get(line));
      if (fence.matches()) {
        int end = line + 1 + page.subList(line + 1, page.size()).indexOf("```");
        List<String> block = page.subList(line + 1, end);
        if (fence.group(2) != null) {
          write(fence.group(2), block);
        } else if (fence.group(1).equals("console")) {
          commands += play(block);
        }
        line = end;
      }
    }
    assertThat(commands).isGreaterThan(40);
  }

  private void write(String name, List<String> block) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, String.join("\n", block) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private int play(List<String> block) throws Exception {
    int commands = 0;
    for (int line = 0; line < block.size(); ) {
      String command = block.get(line++).substring("$ ".length());
      var expected = new ArrayList<String>();
      while (line < block.size() && !block.get(line).startsWith("$ ")) {
        expected.add(block.get(line++));
      }
      compare(command, expected, run(command));
      commands++;
    }
    return commands;
  }

  private void compare(String command, List<String> expected, List<String> printed) {
    assertThat(printed.stream().map(WalkthroughTest::form).toList())
        .as(command)
        .isEqualTo(expected.stream().map(WalkthroughTest::form).toList());
    for (int line = 0; line < expected.size(); line++) {
      Matcher shown = VARIABLE.matcher(expected.get(line));
      Matcher real = VARIABLE.matcher(printed.get(line));
      while (shown.find() && real.find()) {
        bound.put(shown.group(), real.group());
      }
    }
  }

  private static String form(String line) {
    return VARIABLE.matcher(line).replaceAll("*").replaceAll(" +", " ").strip();
  }

  private List<String> run(String command) throws Exception {
    List<String> words = words(command);
    switch (words.get(0)) {
      case "export" -> {}
      case "mkdir" -> Files.createDirectory(folder.resolve(words.get(1)));
      case "cp" -> Files.copy(folder.resolve(words.get(1)), folder.resolve(words.get(2)));
      case "sluice" -> {
        return sluice(command, words.subList(1, words.size()));
      }
      default -> throw new AssertionError("the page shows a command unknown here: " + command);
    }
    return List.of();
  }

  private List<String> sluice(String command, List<String> arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var variables = new HashMap<>(System.getenv());
    variables.put("SLUICE_PASSPHRASE_FILE", "passphrase.txt");
    var environment =
        new Environment(
            InputStream.nullInputStream(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            variables,
            folder,
            Clock.systemUTC(),
            Terminal.NONE,
            HiddenInput.ofTerminal());
    int exit = Sluice.run(arguments.toArray(String[]::new), environment);
    assertThat(exit).as(command + "\n" + err.toString(UTF_8)).isZero();
    return out.toString(UTF_8)
        .replace(folder + "/", "")
        .lines()
        .map(String::stripTrailing)
        .toList();
  }

  /** The words of a command, with what the page shows replaced by what turned up in its place. */
  private List<String> words(String command) {
    var words = new ArrayList<String>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      String text = word.group(1) != null ? word.group(1) : word.group(2);
      words.add(bound.getOrDefault(text, text));
    }
    return words;
  }
}
