package dev.sluice.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example of docs/api.md on two real sites. */
class ApiExampleTest {
  private static final Path PAGE = Path.of("..", "docs", "api.md");
  private static final String FENCE = "```java RoundTrip.java";

  @TempDir Path folder;

  @Test
  void exampleOfThePage_bringsTheSharedResultBack() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    sites.submit("sum_of_numbers");
    Files.createDirectory(folder.resolve("stick"));
    Files.writeString(folder.resolve("total.json"), "6");

    List<String> printed = run(write(Files.readAllLines(PAGE, UTF_8)));

    assertThat(printed)
        .contains("bundles verified: 1", "approved: request", "private items that leave: 1")
        .last()
        .asString()
        .matches("batches that came back: [1-9]");
    assertThat(sites.low("request", "list").exits(ExitCode.OK).out()).contains("approved");
  }

  private Path write(List<String> page) throws Exception {
    int start = page.indexOf(FENCE) + 1;
    assertThat(start).as("no " + FENCE).isPositive();
    int end = start + page.subList(start, page.size()).indexOf("```");
    return Files.write(folder.resolve("RoundTrip.java"), page.subList(start, end), UTF_8);
  }

  private List<String> run(Path program) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path output = folder.resolve("output.txt");
    var builder = new ProcessBuilder(java.toString(), program.toString(), folder.toString());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    int exit = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    List<String> printed = Files.readAllLines(output, UTF_8);
    assertThat(exit).as(String.join("\n", printed)).isZero();
    return printed;
  }
}
