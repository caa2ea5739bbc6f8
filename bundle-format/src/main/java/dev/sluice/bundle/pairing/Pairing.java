package dev.sluice.bundle.pairing;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Both sides' cards and the rules for the bundles between them. Its digest binds sender, recipient,
 * keys, suite and directions in one value.
 *
 * @param low card of the low side
 * @param high card of the high side
 * @param suite how volumes are encrypted, in both directions
 * @param payload how volumes are packed, by direction
 * @param expires last day on which bundles may be sealed
 * @param demands what is asked of signatures beside the signing key's own
 * @param supersedes the pairing that it takes the place of; empty for the first one
 */
public record Pairing(
    Card low,
    Card high,
    AgeSuite suite,
    Map<Direction, PayloadMode> payload,
    LocalDate expires,
    Set<Demand> demands,
    Optional<Supersession> supersedes) {
  private static final String FORMAT = "sluice-pairing/1";

  public Pairing {
    if (low.sends() != Direction.LOW_TO_HIGH || high.sends() != Direction.HIGH_TO_LOW) {
      throw new IllegalArgumentException("a pairing joins a low and a high card");
    }
    if (demands.contains(Demand.COMPOSITE) && !haveComposite(low, high)) {
      throw new IllegalArgumentException("a composite signature needs a key on both cards");
    }
    payload = Collections.unmodifiableMap(new EnumMap<>(payload));
    demands = Set.copyOf(demands);
  }

  private static boolean haveComposite(Card low, Card high) {
    return low.composite().isPresent() && high.composite().isPresent();
  }

  /** The first pairing of two sites. */
  public Pairing(
      Card low, Card high, AgeSuite suite, Map<Direction, PayloadMode> payload, LocalDate expires) {
    this(low, high, suite, payload, expires, Set.of(), Optional.empty());
  }

  /**
   * The pairing that takes the place of this one when a side has other keys.
   *
   * @param card the new card of that side
   * @param last number of the last bundle that counts under this pairing, by direction
   * @param lastDay when the new pairing expires
   */
  public Pairing renewed(Card card, Map<Direction, Long> last, LocalDate lastDay) {
    return new Pairing(
        card.sends() == Direction.LOW_TO_HIGH ? card : low,
        card.sends() == Direction.HIGH_TO_LOW ? card : high,
        suite,
        payload,
        lastDay,
        demands,
        Optional.of(new Supersession(digest(), version() + 1, last)));
  }

  /** How many pairings the two sites have had with this one. */
  public int version() {
    return supersedes.map(Supersession::version).orElse(1);
  }

  /** The card of the side that writes bundles of {@code direction}. */
  public Card sender(Direction direction) {
    return direction == Direction.LOW_TO_HIGH ? low : high;
  }

  /** The card of the side that reads bundles of {@code direction}. */
  public Card recipient(Direction direction) {
    return sender(direction.reverse());
  }

  /** Where bundles of {@code direction} are encrypted to. */
  public AgeRecipient address(Direction direction) {
    return recipient(direction).recipients().get(suite);
  }

  /** How volumes of {@code direction} are packed. */
  public PayloadMode payload(Direction direction) {
    return payload.get(direction);
  }

  /** Digest of the canonical form: the name of this pairing. */
  public Digest digest() {
    return CanonicalJson.digest(toJson());
  }

  public Json.Obj toJson() {
    var modes = Json.object();
    payload.forEach((direction, mode) -> modes.put(direction.toString(), mode.toString()));
    var object =
        Json.object()
            .put("expires", expires.toString())
            .put("format", FORMAT)
            .put("high", high.toJson())
            .put("low", low.toJson())
            .put("payload", modes.build())
            .put("suite", suite.word());
    if (!demands.isEmpty()) {
      object.put("demands", Json.texts(demands.stream().sorted().map(Demand::toString).toList()));
    }
    supersedes.ifPresent(older -> object.put("supersedes", older.toJson()));
    return object.build();
  }

  /**
   * Reads a pairing.
   *
   * @throws NotCanonicalException for any other content than {@link #toJson} gives
   */
  public static Pairing fromJson(Json json) throws NotCanonicalException {
    Fields fields = Fields.of("pairing", json);
    if (!fields.text("format").equals(FORMAT)) {
      throw fields.refused("format", "is not " + FORMAT);
    }
    Fields modes = fields.fields("payload");
    var payload = new EnumMap<Direction, PayloadMode>(Direction.class);
    for (Direction direction : Direction.values()) {
      payload.put(direction, modes.word(direction.toString(), PayloadMode.class));
    }
    modes.end();
    Card low = card(fields, Direction.LOW_TO_HIGH);
    Card high = card(fields, Direction.HIGH_TO_LOW);
    LocalDate expires = date(fields, "expires");
    Set<Demand> demands = demands(fields);
    if (demands.contains(Demand.COMPOSITE) && !haveComposite(low, high)) {
      throw fields.refused("demands", "asks for composite signatures, and a card has no such key");
    }
    var pairing =
        new Pairing(low, high, suite(fields), payload, expires, demands, supersedes(fields));
    fields.end();
    return pairing;
  }

  private static Set<Demand> demands(Fields fields) throws NotCanonicalException {
    if (!fields.has("demands")) {
      return Set.of();
    }
    List<String> words = fields.texts("demands", Demand.values().length);
    Set<Demand> demands = EnumSet.noneOf(Demand.class);
    for (Demand demand : Demand.values()) {
      if (words.contains(demand.toString())) {
        demands.add(demand);
      }
    }
    if (words.isEmpty() || !words.equals(demands.stream().map(Demand::toString).toList())) {
      throw fields.refused("demands", "is not an ascending list of known words");
    }
    return demands;
  }

  private static Optional<Supersession> supersedes(Fields fields) throws NotCanonicalException {
    return fields.has("supersedes")
        ? Optional.of(Supersession.fromJson(fields.fields("supersedes")))
        : Optional.empty();
  }

  private static Card card(Fields fields, Direction sends) throws NotCanonicalException {
    Card card = Card.fromJson(fields.object(sends.sender()));
    if (card.sends() != sends) {
      throw fields.refused(sends.sender(), "is the card of the other side");
    }
    return card;
  }

  private static AgeSuite suite(Fields fields) throws NotCanonicalException {
    try {
      return AgeSuite.parse(fields.text("suite"));
    } catch (AgeException e) {
      throw fields.refused("suite", "is not a known word");
    }
  }

  private static LocalDate date(Fields fields, String key) throws NotCanonicalException {
    try {
      return LocalDate.parse(fields.text(key));
    } catch (DateTimeParseException e) {
      throw fields.refused(key, "is not a date");
    }
  }
}
