package dev.sluice.state.share;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.Side;
import dev.sluice.state.StateObject;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.DocumentRefusedException.Reason;
import dev.sluice.state.testing.InMemoryState;
import dev.sluice.state.testing.RandomState;
import dev.sluice.state.testing.Samples;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KindRulesTest {
  private static final Kinds KINDS = Kinds.builtIn();
  private final StateObject request = Samples.object("request", "mean age");
  private final StateObject job = Samples.object("job", "run 1");

  @Test
  void whatThisSideMasksItself_isAccepted() throws Exception {
    InMemoryState state = RandomState.of(200, new Random(7));
    for (var id : state.ids()) {
      Document document = Document.parse(state.document(id).bytes());
      Side origin = id.prefix().equals("us") ? Side.LOW : Side.HIGH;
      assertThat(KindRules.check(document, KINDS, origin).name()).isEqualTo(document.kind());
    }
  }

  @Test
  void kindThatNobodyDeclared_isRefused() {
    assertRefused(Reason.UNKNOWN_KIND, as(request, "demand", request.owner()), Side.LOW);
  }

  @Test
  void idOfAnotherKind_isRefused() {
    assertRefused(Reason.WRONG_PREFIX, as(request, "project", request.owner()), Side.LOW);
  }

  @Test
  void kindThatMayNotComeFromThatSide_isRefused() {
    assertRefused(Reason.WRONG_DIRECTION, job, Side.LOW);
    assertRefused(Reason.WRONG_DIRECTION, Samples.object("user", "ana"), Side.HIGH);
  }

  @Test
  void partNameThatWouldBeAnotherFileSomewhere_isRefused() {
    StateObject tree = Samples.object("files", "packages");
    PartRef part = new PartRef(Digest.of(new byte[0]), 0);
    for (String path : List.of("../up", "/etc/passwd", "a\\b", "con", "a\nb", "*")) {
      assertRefused(Reason.HOSTILE_NAME, tree.withPart(path, part), Side.LOW);
    }
    StateObject twice = tree.withPart("a/Read", part).withPart("a/read", part);
    assertRefused(Reason.HOSTILE_NAME, twice, Side.LOW);
  }

  @Test
  void objectUnderTheIdOfAnotherPath_isRefused() {
    StateObject endpoint = Samples.object("endpoint", "payroll.mean");
    assertAccepted(endpoint, Side.HIGH);
    assertRefused(Reason.ID_OF_ANOTHER, endpoint.with("path", "payroll.sum"), Side.HIGH);
    StateObject nameless = StateObject.create(endpoint.id(), "endpoint", endpoint.owner());
    assertRefused(Reason.ID_OF_ANOTHER, nameless, Side.HIGH);
    assertAccepted(nameless.removed(), Side.HIGH);
  }

  @Test
  void ownerThatIsNoLowerCaseAddress_isRefused() {
    for (String owner :
        List.of(
            "",
            "ana",
            "Ana@example.org",
            "ana@example.org\n",
            "ana @example.org",
            "ana@exam\u202eple.org",
            "a@" + "x".repeat(253))) {
      assertRefused(Reason.BAD_OWNER, as(request, "request", owner), Side.LOW);
    }
  }

  @Test
  void undeclaredFieldOrPart_isRefused() {
    assertRefused(Reason.UNDECLARED_ITEM, request.with("colour", "red"), Side.LOW);
    assertRefused(Reason.UNDECLARED_ITEM, request.withPart("source", Samples.part("x")), Side.LOW);
  }

  @Test
  void valueOfAnotherType_isRefused() {
    assertRefused(Reason.WRONG_TYPE, request.with("name", Json.integer(1)), Side.LOW);
    assertRefused(Reason.WRONG_TYPE, request.with("tags", "one"), Side.LOW);
    assertRefused(
        Reason.WRONG_TYPE, request.with("tags", Json.array(List.of(Json.integer(1)))), Side.LOW);
    assertRefused(Reason.WRONG_TYPE, request.with("code", "cd-1"), Side.LOW);
    assertRefused(
        Reason.WRONG_TYPE,
        Samples.object("code", "mean").with("nested", Json.texts(List.of("cd-1"))),
        Side.LOW);
    assertRefused(
        Reason.WRONG_TYPE, Samples.object("code", "mean").with("input_policy", "exact"), Side.LOW);
  }

  @Test
  void valueBeyondItsLimits_isRefused() {
    assertRefused(Reason.TOO_LONG, request.with("purpose", "x".repeat(65_537)), Side.LOW);
    assertRefused(
        Reason.TOO_LONG, request.with("tags", Json.texts(List.of("x".repeat(1025)))), Side.LOW);
    StateObject code = Samples.object("code", "mean");
    assertRefused(Reason.TOO_LONG, code.with("nested", Samples.references(code, code)), Side.LOW);
    Json big = Json.object().put("rule", "x".repeat(1 << 18)).build();
    assertRefused(Reason.TOO_LONG, code.with("input_policy", big), Side.LOW);
  }

  @Test
  void referenceToAnotherKind_isRefused() {
    assertRefused(Reason.WRONG_TARGET, request.with("code", request.id().text()), Side.LOW);
    StateObject message = Samples.object("message", "hello");
    assertRefused(Reason.WRONG_TARGET, message.with("about", "zz-" + "0".repeat(32)), Side.HIGH);
    assertAccepted(message.with("about", job.id().text()), Side.HIGH);
  }

  @Test
  void privateContent_comesFromTheHighSideOnly() throws Exception {
    String ownKind =
        """
        {"name": "memo", "prefix": "mm", "role": "root", "title": "name", "flow": "both",
         "owner": "high", "fields": {"name": {"type": "text", "exposure": "shared"}},
         "parts": {"body": "private"}}
        """;
    Kinds kinds = KINDS.withDeclarations(List.of(ownKind.getBytes(UTF_8)));
    StateObject memo =
        StateObject.create(ObjectId.named("mm", "one"), "memo", "ana@example.org")
            .withPart("body", Samples.part("secret"));
    assertThat(KindRules.check(unmasked(memo), kinds, Side.HIGH).name()).isEqualTo("memo");
    var refusal =
        catchThrowableOfType(
            DocumentRefusedException.class, () -> KindRules.check(unmasked(memo), kinds, Side.LOW));
    assertThat(refusal.reason()).isEqualTo(Reason.PRIVATE_FROM_LOW);
    assertThat(refusal.item()).isEqualTo("body");
  }

  @Test
  void localContent_isRefusedFromEitherSide() {
    assertRefused(Reason.LOCAL_ITEM, job.with("isolation", "none"), Side.HIGH);
    StateObject asset = Samples.object("asset", "ages");
    assertRefused(Reason.LOCAL_ITEM, asset.withPart("data", Samples.part("1")), Side.HIGH);
    assertAccepted(asset.withPart("mock", Samples.part("1")), Side.HIGH);
  }

  @Test
  void refusal_keepsTextOfThePeerOutOfItsMessage() {
    var refusal = refusal(request.with("\u001b[2Jcolour", "red"), Side.LOW);
    assertThat(refusal.item()).isEqualTo("\u001b[2Jcolour");
    assertThat(refusal).hasMessageNotContaining("colour").hasMessageContaining(request.id().text());
  }

  private static StateObject as(StateObject object, String kind, String owner) {
    return new StateObject(
        object.id(),
        kind,
        owner,
        object.fields(),
        object.parts(),
        object.vector(),
        object.presence());
  }

  /** What a peer could send that does not mask. */
  private static Document unmasked(StateObject object) {
    return new Document(
        object.id(),
        object.kind(),
        object.owner(),
        object.fields(),
        object.parts(),
        object.vector(),
        object.presence(),
        java.util.Set.of());
  }

  private static void assertAccepted(StateObject object, Side origin) {
    assertThat(refusal(object, origin)).isNull();
  }

  private static void assertRefused(Reason reason, StateObject object, Side origin) {
    assertThat(refusal(object, origin)).isNotNull();
    assertThat(refusal(object, origin).reason()).isEqualTo(reason);
  }

  private static DocumentRefusedException refusal(StateObject object, Side origin) {
    return catchThrowableOfType(
        DocumentRefusedException.class, () -> KindRules.check(unmasked(object), KINDS, origin));
  }
}
