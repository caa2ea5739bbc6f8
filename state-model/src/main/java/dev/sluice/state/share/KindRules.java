package dev.sluice.state.share;

import dev.sluice.canonical.Json;
import dev.sluice.state.ObjectId;
import dev.sluice.state.Side;
import dev.sluice.state.files.TreePaths;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.DocumentRefusedException.Reason;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether what the peer sent fits the declaration of its kind.
 *
 * <p>The peer masks with the same declarations, so a document that breaks a rule here is a fault or
 * an attack, never a matter of taste. An item that is absent breaks no rule.
 */
public final class KindRules {
  private static final int LONGEST_OWNER = 254;
  private static final Pattern OWNER =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*");

  private final Document document;
  private final Kind kind;
  private final Side origin;
  private final ValueRules values;

  private KindRules(Document document, Kind kind, Side origin, Kinds kinds) {
    this.document = document;
    this.kind = kind;
    this.origin = origin;
    this.values = new ValueRules(kinds);
  }

  /**
   * Checks {@code document}, which comes from {@code origin}.
   *
   * @return the kind it is of
   */
  public static Kind check(Document document, Kinds kinds, Side origin)
      throws DocumentRefusedException {
    Kind kind =
        kinds
            .kind(document.kind())
            .orElseThrow(
                () -> new DocumentRefusedException(Reason.UNKNOWN_KIND, document.id(), ""));
    new KindRules(document, kind, origin, kinds).check();
    return kind;
  }

  private void check() throws DocumentRefusedException {
    require(document.id().prefix().equals(kind.prefix()), Reason.WRONG_PREFIX, "");
    checkId();
    require(kind.flow().allowsFrom(origin), Reason.WRONG_DIRECTION, "");
    require(isPlausibleOwner(document.owner()), Reason.BAD_OWNER, "");
    for (var field : document.fields().entrySet()) {
      checkField(field);
    }
    for (String part : document.parts().keySet()) {
      checkExposure(
          kind.part(part)
              .orElseThrow(
                  () -> new DocumentRefusedException(Reason.UNDECLARED_ITEM, document.id(), part)),
          part);
    }
    checkWithdrawn();
    if (kind.parts().containsKey(Kind.ANY_PART)) {
      boolean plain = TreePaths.problem(document.parts().keySet()).isEmpty();
      require(plain, Reason.HOSTILE_NAME, "");
    }
  }

  /** An object that is known by its name cannot pass for one with another name. */
  private void checkId() throws DocumentRefusedException {
    if (kind.idFrom().isEmpty() || document.isRemoved()) {
      return;
    }
    String field = kind.idFrom().get();
    boolean own =
        document.fields().get(field) instanceof Json.Text name
            && ObjectId.named(kind.prefix(), name.value()).equals(document.id());
    require(own, Reason.ID_OF_ANOTHER, field);
  }

  private void checkField(Map.Entry<String, Json> field) throws DocumentRefusedException {
    String name = field.getKey();
    FieldRule rule =
        kind.field(name)
            .orElseThrow(
                () -> new DocumentRefusedException(Reason.UNDECLARED_ITEM, document.id(), name));
    checkExposure(rule.exposure(), name);
    require(values.hasType(field.getValue(), rule), Reason.WRONG_TYPE, name);
    require(values.isWithinLimits(field.getValue(), rule), Reason.TOO_LONG, name);
    require(values.pointsAtDeclaredKind(field.getValue(), rule), Reason.WRONG_TARGET, name);
  }

  /** Only what could be released can be taken back, and nothing comes and goes at once. */
  private void checkWithdrawn() throws DocumentRefusedException {
    for (String item : document.withdrawn()) {
      require(SharedForm.exposure(kind, item) == Exposure.PRIVATE, Reason.UNDECLARED_ITEM, item);
      require(origin == Side.HIGH, Reason.PRIVATE_FROM_LOW, item);
      require(
          document.parts().keySet().stream().map(SharedForm::partItem).noneMatch(item::equals)
              && document.fields().keySet().stream()
                  .map(SharedForm::fieldItem)
                  .noneMatch(item::equals),
          Reason.UNDECLARED_ITEM,
          item);
    }
  }

  private void checkExposure(Exposure exposure, String item) throws DocumentRefusedException {
    require(exposure != Exposure.LOCAL, Reason.LOCAL_ITEM, item);
    require(exposure != Exposure.PRIVATE || origin == Side.HIGH, Reason.PRIVATE_FROM_LOW, item);
  }

  private static boolean isPlausibleOwner(String owner) {
    return owner.length() <= LONGEST_OWNER && OWNER.matcher(owner).matches();
  }

  private void require(boolean rule, Reason otherwise, String item)
      throws DocumentRefusedException {
    if (!rule) {
      throw new DocumentRefusedException(otherwise, document.id(), item);
    }
  }
}
