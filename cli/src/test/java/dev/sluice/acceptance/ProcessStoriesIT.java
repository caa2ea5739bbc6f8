package dev.sluice.acceptance;

import static dev.sluice.cli.testing.TwoSites.typed;

import dev.sluice.cli.console.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** From the submission to what the researcher reads, without a step that is no command. */
class ProcessStoriesIT extends Story {
  private static final String CANARY = "canary-of-the-private-run";

  /** The same for a shell, so that the code is not found in place of what it prints. */
  private static final String IN_TWO = "canary-of-the-''private-run";

  @Override
  boolean isAlwaysRestarted() {
    return true;
  }

  @Test
  void eachStepInAProcessOfItsOwn_endsWithAnErroredAndAReleasedJob() throws Exception {
    String sum = submit("sum", "echo 6 > \"$SLUICE_RESULT\"\n");
    String fail = submit("fail", "echo " + IN_TWO + " >&2; echo " + IN_TWO + "; exit 3\n");
    String copy = submit("copy", "cp \"$1\" \"$2\"\n");
    sites.carryUp();
    sites.high("ignore", copy).exits(ExitCode.OK);
    sites.high("approve", "--all-undecided", "--by", "CURIE@example.org").exits(ExitCode.OK);
    sites.high("batch", "list", "--incoming").prints("approved by ana").neverSays("  copy  ");
    sites.high("apply", "--yes").exits(ExitCode.OK).prints("1 ignored");
    sites.high("job", "run", sum).exits(ExitCode.OK).prints("completed");
    sites.high("job", "run", fail).exits(ExitCode.OK).prints("errored");
    sites
        .high("share", job("sum"), "--result", "--reason", "one sum", "--confirm-private", "1")
        .exits(ExitCode.OK);
    sites.high("approve", job("fail"), "--outgoing").exits(ExitCode.OK);
    sites.carryDown(1);
    sites.low("apply", "--yes").exits(ExitCode.OK);

    sites.low("result", "show", sum, "--for", CURIE).exits(ExitCode.OK).prints("6");
    sites.low("job", "list").prints("completed", "errored");
    assertAbsentOnLow(CANARY);
    assertPresentOnHigh(CANARY);
  }

  private String submit(String name, String script) throws Exception {
    Path code = Files.writeString(folder.resolve(name + ".sh"), script);
    sites
        .low(
            "request",
            "submit",
            name,
            "--code",
            code.toString(),
            "--dataset",
            "numbers",
            "--purpose",
            "Research",
            "--by",
            CURIE)
        .exits(ExitCode.OK);
    return typed(sites.onLow(site -> site.find("request", name)));
  }

  private String job(String request) throws Exception {
    return typed(sites.onHigh(site -> site.find("job", request)));
  }
}
