package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.Routing;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.model.VolumeName;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.ssh.Namespace;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.bundle.testing.SeededRandom;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A small good bundle, built layer by layer from the inside: contents, archives, volumes, manifest,
 * sums, signature, folder. An edit bends one layer, and all layers around it are made to fit, so a
 * bent layer is reached by the reader that has to refuse it.
 *
 * <p>Text is edited as ISO 8859-1, one character for each byte.
 */
final class Forge {
  static final String SIGNATURE = Sums.FILE + ".export.sig";
  static final String COMPOSITE_SIGNATURE = Sums.FILE + ".export-pq.sig";
  static final byte[] DOCUMENT = "{\"title\":\"mean age by ward\"}".getBytes(ISO_8859_1);
  static final byte[] BLOB = "ward,age\nA,41\nB,57\n".getBytes(ISO_8859_1);

  /** Signs the sums in another way. */
  interface Signing {
    byte[] sign(SigningKey key, byte[] sums);
  }

  private final String name;
  private final TestPair pair;
  private final Direction direction;
  private final SeededRandom random;
  private final List<ForgedVolume> volumes = new ArrayList<>();
  private final List<Recipe> recipes = new ArrayList<>();
  private UnaryOperator<String> contents = text -> text;
  private UnaryOperator<String> manifest = text -> text;
  private UnaryOperator<String> sums = text -> text;
  private Signing signing = (key, bytes) -> key.sign(Namespace.EXPORT, bytes).armoured();
  private Consumer<Map<String, byte[]>> folder = files -> {};

  Forge(String name, TestPair pair, Direction direction) {
    this.name = name;
    this.pair = pair;
    this.direction = direction;
    this.random = SeededRandom.of("sluice vector " + name);
    volume(VolumeName.Role.INDEX, 1).items.put(EntryName.document(Digest.of(DOCUMENT)), DOCUMENT);
    volume(VolumeName.Role.DATA, 1).items.put(EntryName.blob(Digest.of(BLOB)), BLOB);
  }

  /** Another bundle of the same pairing, with the same content. */
  Map<String, byte[]> another() {
    return new Forge(name + " another", pair, direction).make();
  }

  TestPair pair() {
    return pair;
  }

  Direction direction() {
    return direction;
  }

  SeededRandom random() {
    return random;
  }

  ForgedVolume index() {
    return volumes.get(0);
  }

  ForgedVolume data() {
    return volumes.get(1);
  }

  /** Adds a volume. */
  ForgedVolume volume(VolumeName.Role role, int number) {
    PayloadMode mode = pair.pairing().pairing().payload(direction);
    volumes.add(new ForgedVolume(new VolumeName(role, number, mode)));
    return volumes.get(volumes.size() - 1);
  }

  /** Adds a recipe to the table of contents. */
  Forge recipe(Recipe recipe) {
    recipes.add(recipe);
    return this;
  }

  /** Bends the table of contents. */
  Forge contents(UnaryOperator<String> edit) {
    contents = edit;
    return this;
  }

  Forge manifest(UnaryOperator<String> edit) {
    manifest = edit;
    return this;
  }

  Forge sums(UnaryOperator<String> edit) {
    sums = edit;
    return this;
  }

  Forge signing(Signing other) {
    signing = other;
    return this;
  }

  /** Bends what lies on the medium after all was signed. */
  Forge folder(Consumer<Map<String, byte[]>> edit) {
    folder = edit;
    return this;
  }

  /** The files by name. */
  Map<String, byte[]> make() {
    String id = HexFormat.of().formatHex(random.generateSeed(16));
    var routing = new Routing(id, pair.pairing().digest(), direction, 1, Digest.ZERO);
    byte[] table = edited(contents, contents(routing).bytes());
    var files = new TreeMap<String, byte[]>();
    var digests = new LinkedHashMap<String, Digest>();
    var lines = new ArrayList<Volume>();
    for (ForgedVolume volume : volumes) {
      byte[] first = volume == index() ? table : mark(id, volume.name);
      byte[] made = volume.make(first, pair.pairing().pairing().address(direction), random);
      files.put(volume.name.text(), made);
      digests.put(volume.name.text(), Digest.of(made));
      lines.add(volume.line());
    }
    sign(files, digests, edited(manifest, manifest(routing, Digest.of(table), lines).bytes()));
    folder.accept(files);
    return files;
  }

  private void sign(Map<String, byte[]> files, Map<String, Digest> volumes, byte[] manifest) {
    byte[] howToOpen = howToOpen();
    var digests = new LinkedHashMap<String, Digest>();
    digests.put(Sums.HOW_TO_OPEN, Digest.of(howToOpen));
    digests.put(Sums.MANIFEST, Digest.of(manifest));
    digests.putAll(volumes);
    byte[] root = edited(sums, Sums.of(digests).bytes());
    files.put(Sums.HOW_TO_OPEN, howToOpen);
    files.put(Sums.MANIFEST, manifest);
    files.put(Sums.FILE, root);
    files.put(SIGNATURE, signing.sign(pair.sender(direction).key(), root));
    if (pair.pairing().pairing().demands().contains(Demand.COMPOSITE)) {
      byte[] second = pair.sender(direction).composite().sign(Namespace.EXPORT, root).armoured();
      files.put(COMPOSITE_SIGNATURE, second);
    }
  }

  private Contents contents(Routing routing) {
    var entries = new ArrayList<Contents.Entry>();
    for (ForgedVolume volume : volumes) {
      volume.items.forEach(
          (item, content) -> entries.add(new Contents.Entry(item, content.length, volume.name)));
    }
    String signer = pair.pairing().pairing().sender(direction).signing().fingerprint();
    var payload = Json.object().put("hello", "world").build();
    return new Contents(routing, signer, List.of(), entries, recipes, payload);
  }

  private Manifest manifest(Routing routing, Digest contents, List<Volume> lines) {
    Instant created = TestBundle.CLOCK.instant();
    PayloadMode mode = pair.pairing().pairing().payload(direction);
    int stanzas = mode == PayloadMode.AGE ? 1 : 0;
    Instant expires = created.plus(Duration.ofDays(30));
    return new Manifest(routing, contents, created, expires, mode, stanzas, lines);
  }

  private static byte[] mark(String id, VolumeName name) {
    return "{\"bundle\":\"%s\",\"volume\":\"%s\"}".formatted(id, name).getBytes(ISO_8859_1);
  }

  private byte[] howToOpen() {
    String text = "how-to-open-" + pair.pairing().pairing().payload(direction) + ".txt";
    try (InputStream in = Sums.class.getResourceAsStream("/dev/sluice/bundle/" + text)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] edited(UnaryOperator<String> edit, byte[] bytes) {
    return edit.apply(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
  }
}
