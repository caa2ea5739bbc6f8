package dev.sluice.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Lets Jazzer look for inputs that a parser neither takes nor refuses: each for {@code
 * -Dsluice.fuzz.seconds=N}, 60 unless set. What it found stands in the failure; put the input into
 * the corpus and mend the parser.
 */
@Tag("fuzz")
class FuzzIT {
  private static final int SECONDS = Integer.getInteger("sluice.fuzz.seconds", 60);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void parser_takesOrRefusesWhateverJazzerFinds(Parser parser) throws Exception {
    Path found = Files.createDirectory(folder.resolve("found"));
    Path log = Path.of("target", "fuzz-" + parser + ".log");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:-UsePerfData"));
    command.addAll(List.of("-Dsluice.fuzz.parser=" + parser.name(), "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + FuzzTarget.class.getName());
    command.add("--instrumentation_includes=dev.sluice.**");
    command.add("--reproducer_path=" + folder);
    command.add("-artifact_prefix=" + folder + File.separator);
    command.addAll(List.of("-max_total_time=" + SECONDS, "-timeout=10", "-rss_limit_mb=4096"));
    command.add(found.toString());
    command.add(CorpusTest.CORPUS.resolve(parser.toString()).toAbsolutePath().toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int exit = process.waitFor();
    assertThat(exit).as("%s%n%s", command, Files.readString(log)).isZero();
  }
}
