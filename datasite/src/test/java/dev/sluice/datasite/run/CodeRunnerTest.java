package dev.sluice.datasite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.datasite.run.RunRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRunnerTest {
  private final Bench bench;

  CodeRunnerTest() throws IOException {
    bench = Bench.detected();
  }

  @Test
  void sumInShell_isTheResult() throws IOException {
    RunOutcome outcome =
        bench.shell(
            "sum=0",
            "{ read -r header",
            "  while IFS=, read -r region n; do sum=$((sum + n)); done; } < \"$1\"",
            "echo \"$sum\" > \"$2\"");

    assertThat(Bench.result(outcome)).isEqualTo("42\n");
    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.duration()).isPositive();
  }

  @Test
  void sumInJava_isTheResult() throws IOException {
    RunOutcome outcome =
        bench.java(
            Bench.LIMITS,
            "int sum = 0;",
            "for (String line : Files.readAllLines(Path.of(args[0])).subList(1, 3))",
            "  sum += Integer.parseInt(line.split(\",\")[1]);",
            "Files.writeString(Path.of(args[1]), \"Σ \" + sum);");

    assertThat(Bench.result(outcome)).isEqualTo("Σ 42");
  }

  @Test
  void codeThatReturnsItsInput_isRunAsItStands() throws IOException {
    RunOutcome outcome = bench.shell("cat \"$SLUICE_INPUT\" > \"$SLUICE_RESULT\"");

    assertThat(Bench.result(outcome)).isEqualTo("region,n\nnorth,40\nsouth,2\n");
  }

  @Test
  void afterTheRun_onlyResultAndStreamsAreLeft() throws IOException {
    RunOutcome outcome =
        bench.shell(
            "mkdir -p closed/inner; touch closed/inner/file; chmod 0 closed/inner closed",
            "echo 1 > \"$2\"");

    try (var left = Files.list(outcome.folder())) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("result", "stdout", "stderr");
    }
  }

  @Test
  void treeTooDeepForAPath_isRemovedToo() throws IOException {
    RunOutcome outcome =
        bench.shell(
            "name=$(printf '%0200d' 7)",
            "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do",
            "  mkdir $name && cd -P $name || exit 3; done",
            "echo 1 > \"$2\"");

    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(outcome.folder().resolve("scratch")).doesNotExist();
  }

  @Test
  void exceptionInCode_isErroredWithTheTraceInStderrOnly() throws IOException {
    RunOutcome outcome =
        bench.java(
            Bench.LIMITS,
            "Files.writeString(Path.of(args[1]), \"half\");",
            "System.out.println(\"started\");",
            "throw new IllegalStateException(\"row 17\");");

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.resultCheck()).isEqualTo(ResultCheck.UNREAD);
    assertThat(outcome.result()).isEmpty();
    assertThat(outcome.stdout()).hasContent("started");
    assertThat(outcome.stderr()).content().contains("row 17").contains("Main.java");
  }

  @Test
  void codeWithoutResult_isErrored() throws IOException {
    RunOutcome outcome = bench.shell("echo fine");

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.resultCheck()).isEqualTo(ResultCheck.MISSING);
    assertThat(outcome.exitCode()).isZero();
  }

  @Test
  void environment_holdsNothingOfTheParent() throws IOException {
    var contract =
        List.of(
            "SLUICE_INPUT", "SLUICE_RESULT", "SLUICE_SCRATCH", "HOME", "TMPDIR", "PATH", "LANG");
    var setByShells = List.of("PWD", "OLDPWD", "SHLVL", "_");

    List<String> names =
        Arrays.stream(Bench.result(bench.shell("env > \"$2\"")).split("\n"))
            .map(line -> line.replaceFirst("=.*", ""))
            .toList();

    assertThat(System.getenv()).containsKey("SLUICE_TEST_OF_PARENT");
    assertThat(names).containsAll(contract);
    assertThat(names.stream().filter(name -> !contract.contains(name))).isSubsetOf(setByShells);
  }

  @Test
  void workingFolder_isScratch() throws IOException {
    RunOutcome outcome =
        bench.shell("[ \"$(pwd -P)\" = \"$SLUICE_SCRATCH\" ] && touch here && ls > \"$2\"");

    assertThat(Bench.result(outcome)).isEqualTo("here\n");
  }

  @Test
  void standardInput_isEmpty() throws IOException {
    assertThat(Bench.result(bench.shell("cat > \"$2\"; echo end >> \"$2\""))).isEqualTo("end\n");
  }

  @Test
  void severalAssets_areAFolder() throws IOException {
    RunRequest one = bench.request(Language.SHELL, Bench.LIMITS, "cd \"$1\"; cat a b > \"$2\"");
    var assets = Map.of("a", bench.file("x", "first "), "b", bench.file("y", "second"));

    assertThat(Bench.result(bench.run(withAssets(one, assets)))).isEqualTo("first second");
  }

  @Test
  void writeToAnAsset_leavesItAsItWas() throws IOException {
    for (Bench each : List.of(bench, Bench.open())) {
      each.shell("chmod u+w \"$1\"; echo gone > \"$1\"");

      assertThat(each.folder.resolve("private.bin")).content().startsWith("region,n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "", ".hidden", "-rf", "a/b", "a\nb", "a\u202eb"})
  void assetNameThatIsNotPlain_isRefused(String name) {
    RunRequest request = bench.request(Language.SHELL, Bench.LIMITS, ":");
    var assets = Map.of(name, request.source());

    assertRefused(withAssets(request, assets), Reason.ASSETS_UNFIT);
    assertThat(request.folder()).doesNotExist();
  }

  @Test
  void entryThatIsNoIdentifier_isRefused() {
    RunRequest fit = bench.request(Language.SHELL, Bench.LIMITS, ":");
    var unfit =
        RunRequest.of(
            fit.language(), fit.source(), "run; rm", fit.assets(), fit.limits(), fit.folder());

    assertRefused(unfit, Reason.ENTRY_UNFIT);
  }

  @Test
  void folderToHideThatIsNotThere_isRefused() {
    RunRequest request = bench.request(Language.SHELL, Bench.LIMITS, ":");

    assertRefused(request.hiding(List.of(bench.folder.resolve("absent"))), Reason.FILE_UNFIT);
  }

  @Test
  void folderThatExists_isNotUsed() throws IOException {
    bench.shell("echo 1 > \"$2\"");

    assertThatThrownBy(() -> bench.shell("echo 2 > \"$2\"")).isInstanceOf(IOException.class);
    assertThat(bench.folder.resolve("run/result")).hasContent("1");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void missingInterpreter_isRefusedByName(Language language) {
    RunRequest request = bench.request(language, Bench.LIMITS, ":");
    var runner = CodeRunner.detect(bench.folder.toString());

    assertThat(runner.isolation()).isEqualTo(Isolation.NONE);
    assertThatThrownBy(() -> runner.run(request))
        .isInstanceOfSatisfying(
            RunRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(Reason.INTERPRETER_MISSING))
        .hasMessageContaining("install");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.py", "a.java", "a.R", "a.sh"})
  void language_isReadFromTheEnding(String name) throws RunRefusedException {
    assertThat(name).endsWith(Language.ofFileName(name).ending());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "py", "a.PY", ""})
  void otherEnding_isRefused(String name) {
    assertThatThrownBy(() -> Language.ofFileName(name)).isInstanceOf(RunRefusedException.class);
  }

  private void assertRefused(RunRequest request, Reason reason) {
    var runner = CodeRunner.detect(Bench.PATH);
    assertThatThrownBy(() -> runner.run(request))
        .isInstanceOfSatisfying(
            RunRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static RunRequest withAssets(RunRequest request, Map<String, Path> assets) {
    return new RunRequest(
        request.language(),
        request.source(),
        request.entry(),
        new TreeMap<>(assets),
        request.limits(),
        request.folder(),
        request.hidden());
  }
}
