package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.testing.TestPair;
import dev.sluice.bundle.testing.TestSide;
import dev.sluice.bundle.vectors.Catalogue.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Vectors on disk: a folder each, with {@code vector.txt} and the bundle's own folder. */
final class VectorFolders {
  static final String BUNDLE = "bundle";

  private VectorFolders() {}

  /** Names of the vectors in {@code root}, sorted. */
  static List<String> names(Path root) throws IOException {
    try (Stream<Path> paths = Files.list(root)) {
      return paths
          .filter(path -> Files.exists(path.resolve(Vector.FILE)))
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** Writes all vectors that are kept, and the keys. */
  static void write(Path root) throws IOException {
    for (Recipe recipe : Catalogue.recipes()) {
      if (recipe.kept()) {
        write(recipe, Files.createDirectories(root.resolve(recipe.name())));
      }
    }
    for (var file : keys().entrySet()) {
      Files.write(
          Files.createDirectories(root.resolve("keys")).resolve(file.getKey()), file.getValue());
    }
  }

  /** Writes one vector into its folder. */
  static void write(Recipe recipe, Path folder) throws IOException {
    Files.write(folder.resolve(Vector.FILE), recipe.vector().bytes());
    Path bundle = Files.createDirectories(folder.resolve(BUNDLE));
    for (var file : recipe.files().entrySet()) {
      Files.write(bundle.resolve(file.getKey()), file.getValue());
    }
  }

  static Map<String, byte[]> files(Path bundle) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (Stream<Path> paths = Files.list(bundle)) {
      for (Path path : paths.toList()) {
        files.put(path.getFileName().toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  /** What a reader has to know, by file name. */
  static Map<String, byte[]> keys() {
    var files = new TreeMap<String, byte[]>();
    for (Party party : Party.values()) {
      if (party != Party.ELSEWHERE) {
        var pair = party.pair();
        files.put(party + ".pairing.json", pairing(party).bytes());
        files.put(party + ".allowed_signers", pair.pairing().allowedSigners().getBytes(UTF_8));
      }
    }
    files.put("superseding.pairing.json", Successor.signed(Party.SUPERSEDED.pair()).bytes());
    files.put("low-lab.identity.txt", identities(Party.CLASSIC.pair().low()));
    files.put("high-lab.identity.txt", identities(Party.CLASSIC.pair().high()));
    return files;
  }

  private static SignedPairing pairing(Party party) {
    TestPair pair = party.pair();
    return party == Party.TOKEN
        ? Successor.tokenPairing(pair.low(), pair.high(), Party.token())
        : TestPair.signed(pair.pairing().pairing(), pair.low(), pair.high());
  }

  private static byte[] identities(TestSide side) {
    return side.identities().values().stream()
        .map(identity -> identity.revealSecret() + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }
}
