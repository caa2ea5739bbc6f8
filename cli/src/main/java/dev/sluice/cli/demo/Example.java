package dev.sluice.cli.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** The researcher's code, in Python where there is one, else in Java. */
enum Example {
  PYTHON(".py"),
  JAVA(".java");

  private final String ending;

  Example(String ending) {
    this.ending = ending;
  }

  /** The language that this machine can run. */
  static Example here(Map<String, String> variables) {
    String path = variables.getOrDefault("PATH", "");
    boolean python =
        Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    return python ? PYTHON : JAVA;
  }

  /** File name of the code called {@code name}. */
  String file(String name) {
    return name + ending;
  }

  /** The code itself. */
  String code(String name) throws IOException {
    try (InputStream in = Example.class.getResourceAsStream(file(name))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
