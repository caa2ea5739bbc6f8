package dev.sluice.bundle.pairing;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The public half of one side: name, signing key, and one recipient per suite.
 *
 * @param name the site's name, {@code [a-z0-9-]}, at most 32 characters
 * @param sends the direction of the bundles that this side writes; says which side it is
 * @param incarnation random id (32 lower-case hex digits) of the history that its state belongs to
 * @param signing the key that signs its bundles, receipts and pairings
 * @param composite the key for second signatures that do not fall to a quantum computer, if the
 *     side has one
 * @param recipients where bundles for this side are encrypted to, by suite
 */
public record Card(
    String name,
    Direction sends,
    String incarnation,
    SshPublicKey signing,
    Optional<SshPublicKey> composite,
    Map<AgeSuite, AgeRecipient> recipients) {
  private static final String FORMAT = "sluice-card/1";
  private static final Pattern INCARNATION = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public Card {
    if (!isName(name) || !INCARNATION.matcher(incarnation).matches()) {
      throw new IllegalArgumentException("not a site name, or not an incarnation");
    }
    if (signing.isComposite() || !composite.map(SshPublicKey::isComposite).orElse(true)) {
      throw new IllegalArgumentException("a key in the other one's place");
    }
    recipients = Collections.unmodifiableMap(new EnumMap<>(recipients));
  }

  /** A card without a composite key. */
  public Card(
      String name,
      Direction sends,
      String incarnation,
      SshPublicKey signing,
      Map<AgeSuite, AgeRecipient> recipients) {
    this(name, sends, incarnation, signing, Optional.empty(), recipients);
  }

  /** Whether {@code text} can be the name of a site. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  public Json.Obj toJson() {
    var addresses = new TreeMap<String, Json>();
    recipients.forEach(
        (suite, recipient) -> addresses.put(suite.word(), Json.text(recipient.toString())));
    var object =
        Json.object()
            .put("format", FORMAT)
            .put("incarnation", incarnation)
            .put("name", name)
            .put("recipients", new Json.Obj(addresses))
            .put("side", sends.sender())
            .put("signing", signing.openSshText());
    composite.ifPresent(key -> object.put("composite", key.openSshText()));
    return object.build();
  }

  /**
   * Reads a card.
   *
   * @throws NotCanonicalException for any other content than {@link #toJson} gives
   */
  public static Card fromJson(Json json) throws NotCanonicalException {
    Fields fields = Fields.of("card", json);
    if (!fields.text("format").equals(FORMAT)) {
      throw fields.refused("format", "is not " + FORMAT);
    }
    String name = fields.text("name");
    if (!isName(name)) {
      throw fields.refused("name", "is not a site name");
    }
    String side = fields.text("side");
    Direction sends = Direction.from(side);
    if (!sends.sender().equals(side)) {
      throw fields.refused("side", "is neither low nor high");
    }
    String incarnation = fields.text("incarnation");
    if (!INCARNATION.matcher(incarnation).matches()) {
      throw fields.refused("incarnation", "is not 32 lower-case hex digits");
    }
    SshPublicKey signing = key(fields, "signing");
    Optional<SshPublicKey> composite =
        fields.has("composite") ? Optional.of(key(fields, "composite")) : Optional.empty();
    if (signing.isComposite() || !composite.map(SshPublicKey::isComposite).orElse(true)) {
      throw fields.refused("signing", "and composite have each other's keys");
    }
    var card = new Card(name, sends, incarnation, signing, composite, recipients(fields));
    fields.end();
    return card;
  }

  private static SshPublicKey key(Fields fields, String name) throws NotCanonicalException {
    try {
      return SshPublicKey.parse(fields.text(name));
    } catch (SshException e) {
      throw fields.refused(name, "is not a key of a supported type");
    }
  }

  private static Map<AgeSuite, AgeRecipient> recipients(Fields fields)
      throws NotCanonicalException {
    Fields addresses = fields.fields("recipients");
    var recipients = new EnumMap<AgeSuite, AgeRecipient>(AgeSuite.class);
    for (AgeSuite suite : AgeSuite.values()) {
      recipients.put(suite, recipient(addresses, suite));
    }
    addresses.end();
    return recipients;
  }

  private static AgeRecipient recipient(Fields addresses, AgeSuite suite)
      throws NotCanonicalException {
    try {
      AgeRecipient recipient = AgeRecipient.parse(addresses.text(suite.word()));
      if (recipient.suite() == suite) {
        return recipient;
      }
    } catch (AgeException e) {
      throw addresses.refused(suite.word(), "is not an age recipient");
    }
    throw addresses.refused(suite.word(), "is a recipient of another suite");
  }
}
