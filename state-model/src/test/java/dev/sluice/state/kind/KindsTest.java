package dev.sluice.state.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.state.Side;
import dev.sluice.state.kind.KindDeclarationException.Reason;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsTest {
  private static final String NOTE =
      """
      {
        "name": "note", "prefix": "nt", "role": "member", "title": "text",
        "flow": "both", "owner": "low",
        "fields": {
          "text": {"type": "text", "exposure": "shared"},
          "request": {"type": "reference", "to": "request", "tie": "child", "exposure": "shared"}
        },
        "parts": {"draft": "local"}
      }
      """;

  @Test
  void builtInKinds_areFoundByNameAndPrefix() {
    assertThat(Kinds.builtIn().all())
        .extracting(Kind::prefix)
        .containsExactly(
            "as", "cd", "ds", "ep", "fl", "fs", "jb", "lg", "ms", "pj", "rq", "rs", "us");
    for (Kind kind : Kinds.builtIn().all()) {
      assertThat(Kinds.builtIn().kind(kind.name())).contains(kind);
      assertThat(Kinds.builtIn().forPrefix(kind.prefix())).contains(kind);
    }
    assertThat(Kinds.builtIn().kind("secret")).isEmpty();
  }

  @Test
  void whatHoldsPrivateData_isNeverSharedByDeclaration() {
    assertThat(part("asset", "data")).isEqualTo(Exposure.LOCAL);
    assertThat(part("asset", "mock")).isEqualTo(Exposure.SHARED);
    assertThat(part("result", "value")).isEqualTo(Exposure.PRIVATE);
    assertThat(part("log", "stdout")).isEqualTo(Exposure.PRIVATE);
    assertThat(part("log", "stderr")).isEqualTo(Exposure.LOCAL);
    assertThat(part("endpoint", "private_function")).isEqualTo(Exposure.LOCAL);
    assertThat(kind("job").field("error").orElseThrow().exposure()).isEqualTo(Exposure.PRIVATE);
    assertThat(kind("job").field("timings").orElseThrow().exposure()).isEqualTo(Exposure.LOCAL);
  }

  @Test
  void lowSide_sendsNeitherDataNorResults() {
    assertThat(Kinds.builtIn().all())
        .filteredOn(kind -> kind.flow().allowsFrom(Side.LOW))
        .extracting(Kind::name)
        .containsExactly("code", "files", "files_section", "project", "request", "user");
  }

  @Test
  void declarationOfASite_standsBesideTheBuiltInOnes() throws Exception {
    Kinds kinds = with(NOTE);
    assertThat(kinds.all()).hasSize(14);
    Kind note = kinds.kind("note").orElseThrow();
    assertThat(note.field("request").orElseThrow().tie()).contains(Tie.CHILD);
    assertThat(note.field("request").orElseThrow().target()).contains("request");
    assertThat(note.parts()).containsEntry("draft", Exposure.LOCAL);
    assertThat(note.idFrom()).isEmpty();
    assertThat(with(NOTE.replace("\"owner\"", "\"id_from\": \"text\", \"owner\"")).kind("note"))
        .hasValueSatisfying(kind -> assertThat(kind.idFrom()).contains("text"));
    assertThat(Kinds.builtIn().kind("note")).isEmpty();
  }

  @Test
  void secondKindOfOneName_isRefused() {
    assertRefused(Reason.DUPLICATE_NAME, NOTE.replace("\"note\"", "\"request\""));
    assertRefused(Reason.DUPLICATE_NAME, NOTE, NOTE.replace("\"nt\"", "\"nx\""));
  }

  @Test
  void secondKindOfOnePrefix_isRefused() {
    assertRefused(Reason.DUPLICATE_PREFIX, NOTE.replace("\"nt\"", "\"rq\""));
  }

  @Test
  void referenceToAnUndeclaredKind_isRefused() {
    assertRefused(Reason.UNKNOWN_TARGET, NOTE.replace("\"to\": \"request\"", "\"to\": \"demand\""));
  }

  @Test
  void memberThatNoRootLeadsTo_isRefused() {
    assertRefused(Reason.NEVER_TRAVELS, NOTE.replace("child", "requires"));
    assertRefused(Reason.NEVER_TRAVELS, NOTE.replace("\"to\": \"request\"", "\"to\": \"user\""));
  }

  @Test
  void membersThatAreChildrenOfEachOther_areRefused() {
    String first = NOTE.replace("\"to\": \"request\"", "\"to\": \"memo\"");
    String second =
        NOTE.replace("\"to\": \"request\"", "\"to\": \"note\"")
            .replace("\"note\", \"prefix\": \"nt\"", "\"memo\", \"prefix\": \"mm\"");
    assertRefused(Reason.NEVER_TRAVELS, first, second);
  }

  @Test
  void childOfAnyKind_travelsWithSomeRoot() throws Exception {
    assertThat(with(NOTE.replace("\"to\": \"request\"", "\"to\": \"any\"")).kind("note"))
        .isPresent();
  }

  @Test
  void unknownWordsAndMissingOnes_areRefused() {
    for (String broken :
        List.of(
            NOTE.replace("\"member\"", "\"leaf\""),
            NOTE.replace("\"local\"", "\"secret\""),
            NOTE.replace("\"type\": \"text\"", "\"type\": \"fraction\""),
            NOTE.replace("\"title\": \"text\"", "\"title\": \"name\""),
            NOTE.replace("\"title\": \"text\",", ""),
            NOTE.replace("\"owner\"", "\"id_from\": \"draft\", \"owner\""),
            NOTE.replace("\"owner\"", "\"id_from\": \"request\", \"owner\""),
            NOTE.replace("\"owner\": \"low\"", "\"owner\": \"low\", \"colour\": \"red\""),
            NOTE.replace("\"tie\": \"child\", ", ""),
            NOTE.replace("\"type\": \"text\",", "\"type\": \"text\", \"tie\": \"child\","),
            NOTE.replace("\"nt\"", "\"NT\""),
            NOTE.replace("\"note\"", "\"any\""),
            NOTE.replace("\"draft\"", "\"../draft\""),
            NOTE.replace(
                "\"child\", \"exposure\": \"shared\"", "\"child\", \"exposure\": \"local\""),
            NOTE + "x")) {
      assertThat(broken).isNotEqualTo(NOTE);
      assertRefused(Reason.MALFORMED, broken);
    }
  }

  private static Exposure part(String kind, String part) {
    return kind(kind).parts().get(part);
  }

  private static Kind kind(String name) {
    return Kinds.builtIn().kind(name).orElseThrow();
  }

  private static Kinds with(String... declarations) throws KindDeclarationException {
    return Kinds.builtIn()
        .withDeclarations(Arrays.stream(declarations).map(text -> text.getBytes(UTF_8)).toList());
  }

  private static void assertRefused(Reason reason, String... declarations) {
    var refusal = catchThrowableOfType(KindDeclarationException.class, () -> with(declarations));
    assertThat(refusal).isNotNull();
    assertThat(refusal.reason()).as(refusal.getMessage()).isEqualTo(reason);
  }
}
