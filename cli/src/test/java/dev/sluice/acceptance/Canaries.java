package dev.sluice.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts to plant as private data: each is different, and all begin with {@link #MARK}. */
final class Canaries {
  /** Drawn at random; its presence anywhere is the presence of some canary. */
  static final String MARK = "q7Vn2KxWd9RtHs";

  private static final Pattern CANARY = Pattern.compile(MARK + "(\\d{5})");

  private int given;

  /** One that was not given before. */
  String next() {
    return MARK + "%05d".formatted(given++);
  }

  /** So many on lines of their own. */
  String lines(int count) {
    return Stream.generate(this::next).limit(count).collect(Collectors.joining("\n"));
  }

  /** So many as a JSON array of strings. */
  String array(int count) {
    return Stream.generate(this::next)
        .limit(count)
        .collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  /** How many different ones are in the files below {@code folder}. */
  static int countedBelow(Path folder) throws IOException {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        String content = new String(Files.readAllBytes(file), ISO_8859_1);
        CANARY.matcher(content).results().map(MatchResult::group).forEach(found::add);
      }
    }
    return found.size();
  }
}
