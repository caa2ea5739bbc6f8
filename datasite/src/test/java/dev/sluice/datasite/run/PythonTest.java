package dev.sluice.datasite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("stock")
class PythonTest {
  private final Bench bench;

  PythonTest() throws IOException {
    bench = Bench.detected();
  }

  @Test
  void functionOfCsvRows_givesJson() throws IOException {
    RunOutcome outcome =
        python("def run(rows):", "    return {'total': sum(int(row['n']) for row in rows)}");

    assertThat(Bench.result(outcome)).isEqualTo("{\"total\": 42}");
  }

  @Test
  void inputReturnedAsItIs_isTheResult() throws IOException {
    assertThat(Bench.result(on("x.json", "[1, 2.50, \"é\"]", "def run(data):", "    return data")))
        .isEqualTo("[1, 2.5, \"é\"]");
  }

  @Test
  void numbers_areExact() throws IOException {
    String numbers = "[9007199254740993, 0.1, 1e-320, 123456789012345678901234567890]";

    assertThat(Bench.result(on("x.json", numbers, "def run(data):", "    return data")))
        .isEqualTo(numbers);
  }

  @Test
  void otherInput_isBytes() throws IOException {
    assertThat(Bench.result(on("x.bin", "abc", "def run(data):", "    return list(data)")))
        .isEqualTo("[97, 98, 99]");
  }

  @Test
  void severalAssets_areADict() throws IOException {
    RunRequest one = request("def run(data):", "    return data['a.json'] + data['b.json']");
    Path a = bench.file("a", "[1]");
    Path b = bench.file("b", "[2]");

    assertThat(Bench.result(bench.run(with(one, Map.of("a.json", a, "b.json", b)))))
        .isEqualTo("[1, 2]");
  }

  @Test
  void guardedMain_isNotRunBesideTheFunction() throws IOException {
    RunOutcome outcome =
        python(
            "def run(rows):",
            "    return 1",
            "if __name__ == '__main__':",
            "    raise SystemExit('only for trying out')");

    assertThat(Bench.result(outcome)).isEqualTo("1");
  }

  @Test
  void fileWithoutTheFunction_isAScript() throws IOException {
    RunOutcome outcome =
        python(
            "import os, sys",
            "if __name__ == '__main__':",
            "    assert sys.argv[1:] == [os.environ['SLUICE_INPUT'], os.environ['SLUICE_RESULT']]",
            "    open(sys.argv[2], 'w').write('by hand')");

    assertThat(Bench.result(outcome)).isEqualTo("by hand");
  }

  @Test
  void exception_isErroredWithTheTraceInStderrOnly() throws IOException {
    RunOutcome outcome = python("def run(rows):", "    print('begun')", "    return rows[99]");

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.stdout()).hasContent("begun");
    assertThat(outcome.stderr())
        .content()
        .contains("Main.py\", line 3, in run")
        .contains("IndexError");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{1: 2} | the returned value has a key that is not a string but builtins.int",
        "[1, {'a': {3}}] | the returned value[1]['a'] is builtins.set",
        "float('nan') | the returned value is nan, which JSON does not have",
        "[-1e999] | the returned value[0] is -inf, which JSON does not have",
        "b'x' | the returned value is builtins.bytes",
        "__import__('decimal').Decimal(1) | the returned value is decimal.Decimal"
      })
  void valueThatIsNotJson_isErroredAndNamed(String expression, String message) throws IOException {
    RunOutcome outcome = python("def run(rows):", "    return " + expression);

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.stderr()).content().contains(message);
  }

  @Test
  void valueThatHoldsItself_isErrored() throws IOException {
    RunOutcome outcome = python("def run(rows):", "    rows.append(rows)", "    return rows");

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.stderr()).content().contains("or holds itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytearray(1 << 30)", "'x' * (1 << 30)"})
  void memoryHog_fails(String hog) throws IOException {
    RunRequest request =
        bench.request(
            Language.PYTHON,
            Bench.LIMITS.withMemoryBytes(512 << 20),
            "def run(rows):",
            "    return len(" + hog + ")");

    RunOutcome outcome = bench.run(request);

    assertThat(outcome.status()).isEqualTo(RunStatus.ERRORED);
    assertThat(outcome.stderr()).content().contains("MemoryError");
  }

  private RunOutcome python(String... lines) throws IOException {
    return bench.run(request(lines));
  }

  private RunOutcome on(String name, String content, String... lines) throws IOException {
    return bench.run(with(request(lines), Map.of(name, bench.file("asset", content))));
  }

  private RunRequest request(String... lines) {
    return bench.request(Language.PYTHON, Bench.LIMITS, lines);
  }

  private static RunRequest with(RunRequest request, Map<String, Path> assets) {
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
