package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kind that both sites declare in a file of their own. */
class DeclaredKindTest {
  private static final String MODEL =
      """
      {
        "name": "model", "prefix": "md", "role": "root", "title": "name",
        "flow": "both", "owner": "high",
        "fields": {
          "name": {"type": "text", "exposure": "shared"},
          "layers": {"type": "integer", "exposure": "shared"},
          "note": {"type": "text", "exposure": "local"},
          "score": {"type": "integer", "exposure": "private"}
        },
        "parts": {"card": "shared", "weights": "private"}
      }
      """;

  @TempDir Path folder;
  private TwoSites sites;

  @BeforeEach
  void twoSites() throws Exception {
    sites = TwoSites.paired(folder);
  }

  private void declare(String side) throws Exception {
    Path kinds = Files.createDirectories(folder.resolve(side).resolve("kinds"));
    Files.writeString(kinds.resolve("model.json"), MODEL);
  }

  private String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private void addModel(String... more) throws Exception {
    String[] start = {
      "object",
      "add",
      "model",
      "--id-name",
      "resnet",
      "--owner",
      "ana@example.org",
      "--field",
      "name=resnet",
      "--field",
      "layers=50",
      "--field",
      "note=canary-note",
      "--part",
      "card=" + file("card.md", "A model."),
      "--part",
      "weights=" + file("w.bin", "canary-weights")
    };
    sites.high(with(start, more)).exits(ExitCode.OK);
    sites.high("approve", "md-", "--outgoing").exits(ExitCode.OK);
  }

  @Test
  void objectOfADeclaredKind_crosses_withoutItsPrivatePart() throws Exception {
    declare("low");
    declare("high");
    sites.high("kind", "list").prints("model", "md-");
    sites.high("kind", "show", "model").prints("weights", "private");
    addModel();
    sites.high("diff", "md-").prints("layers: 50", "card").neverSays("canary");
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK).prints("1 created");
    sites.low("object", "list", "model").prints("resnet");
    sites.low("show", "md-").prints("A model.").neverSays("canary", "weights");
  }

  @Test
  void privateFieldAndPartOfADeclaredKind_areSharedOneByOne() throws Exception {
    declare("low");
    declare("high");
    addModel("--field", "score=9771335577");
    sites
        .high("share", "md-", "--item", "wheels", "--reason", "x", "--confirm-private", "1")
        .exits(ExitCode.USAGE)
        .reports("nothing private here is called wheels", "field:score, part:weights");
    sites
        .high("share", "md-", "--item", "score", "--reason", "x", "--confirm-private", "1")
        .exits(ExitCode.OK)
        .prints("shares model md-", "Approved model md-");
    sites.carryDown(1);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.low("show", "md-").exits(ExitCode.OK).neverSays("9771335577", "canary");
    sites.low("show", "md-", "--for", "ana@example.org").prints("9771335577").neverSays("canary");
    sites
        .low("show", "md-", "--for", "mallory@example.org")
        .exits(ExitCode.USAGE)
        .reports("belongs to another person");
    sites
        .high("share", "md-", "--reason", "x", "--confirm-private", "1")
        .exits(ExitCode.OK)
        .reports("Nothing else leaves with it");
    sites.carryDown(2);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    String[] weights = {"show", "md-", "--part", "weights"};
    sites.low(weights).exits(ExitCode.NEEDS_REVIEW).neverSays("canary");
    sites.low(with(weights, "--for", "ana@example.org")).prints("canary-weights");
  }

  @Test
  void releaseIsForTheOwnerItWasGivenFor_andEndsWithANewOne() throws Exception {
    declare("low");
    declare("high");
    addModel();
    sites
        .high("share", "md-", "--reason", "x", "--confirm-private", "1")
        .exits(ExitCode.OK)
        .reports("readable by ana@example.org");
    sites
        .high("object", "add", "model", "--id-name", "resnet", "--owner", "mallory@example.org")
        .exits(ExitCode.OK);
    sites.high("approve", "md-", "--outgoing").exits(ExitCode.OK).prints("0 will leave");
    sites.carryDown(0);
    sites.low("apply", "--yes").exits(ExitCode.OK);
    sites.low("show", "md-").neverSays("canary");
  }

  @Test
  void objectOfAKindThatTheOtherSideLacks_isRefusedThere() throws Exception {
    declare("high");
    addModel();
    String stick = Files.createDirectories(folder.resolve("stick")).toString();
    sites.high("export", "--out", stick, "--confirm-private", "0").exits(ExitCode.OK);
    sites.low("import", stick).exits(ExitCode.UNSAFE_CONTENT);
    declare("low");
    sites.low("import", stick).exits(ExitCode.OK);
  }

  @Test
  void check_saysWhatIsWrongWithADeclaration() throws Exception {
    sites
        .high("kind", "check", file("model.json", MODEL))
        .exits(ExitCode.OK)
        .prints("Kind model can be used", "both sites");
    sites
        .high("kind", "check", file("bad.json", MODEL.replace("\"md\"", "\"rq\"")))
        .exits(ExitCode.STORE)
        .reports("bad.json cannot be used", "prefix rq");
  }

  @Test
  void valuesThatTheKindDoesNotTake_areRefused() throws Exception {
    declare("high");
    String[] start = {"object", "add", "model", "--id-name", "x", "--owner", "a@example.org"};
    for (String field : new String[] {"layers=many", "depth=1"}) {
      sites.high(with(start, "--field", field)).exits(ExitCode.USAGE);
    }
    sites.high(with(start, "--part", "cover=" + file("c", ""))).exits(ExitCode.USAGE);
    sites.high("object", "list", "request").exits(ExitCode.USAGE).reports("declares no kind");
    sites.high("object", "list", "model").exits(ExitCode.OK).neverSays("md-");
  }

  private static String[] with(String[] start, String... more) {
    String[] all = java.util.Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    return all;
  }
}
