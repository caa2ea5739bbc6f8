package dev.sluice.importer.quarantine;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.sluice.bundle.SignedBundle;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.files.FolderFiles;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The folder of bundles that were refused, each in a folder that its root names. */
public final class Quarantine {
  private static final String REFUSAL = "refusal.json";
  private static final String BUNDLE = "bundle";

  private final Path folder;

  private Quarantine(Path folder) {
    this.folder = folder;
  }

  /** The quarantine in {@code folder}, which is made with the first bundle. */
  public static Quarantine in(Path folder) {
    return new Quarantine(folder);
  }

  /**
   * Moves a bundle here. It counts as kept from the moment that its volumes have moved, in one
   * step; one that was kept before stays as it is.
   *
   * @param volumes a private folder with all volumes of {@code bundle}, each compared with what was
   *     signed; gone afterwards
   * @return whether it was not kept before
   */
  public boolean keep(KeptBundle why, SignedBundle bundle, Path volumes) throws IOException {
    Path place = folder.resolve(why.root().hex());
    if (Files.isDirectory(place.resolve(BUNDLE))) {
      return false;
    }
    PrivateFiles.folder(folder);
    PrivateFiles.folder(place);
    PrivateFiles.write(place.resolve(REFUSAL), why.bytes());
    var beside = new SmallFiles(volumes);
    bundle.announce(beside);
    bundle.publish(beside);
    Files.move(volumes, place.resolve(BUNDLE), ATOMIC_MOVE);
    PrivateFiles.sync(place);
    return true;
  }

  /** What is kept, the oldest first. */
  public List<KeptBundle> list() throws IOException {
    var kept = new ArrayList<KeptBundle>();
    for (Path place : FolderFiles.of(folder)) {
      if (Files.isDirectory(place.resolve(BUNDLE))) {
        kept.add(read(place.resolve(REFUSAL)));
      }
    }
    kept.sort(Comparator.comparing(KeptBundle::at).thenComparing(KeptBundle::root));
    return List.copyOf(kept);
  }

  /** The one that people call {@code id}. */
  public Optional<KeptBundle> find(String id) throws IOException {
    return list().stream().filter(kept -> kept.id().equals(id)).findFirst();
  }

  /** Where its files lie, as on a medium. */
  public Path bundle(KeptBundle kept) {
    return folder.resolve(kept.root().hex()).resolve(BUNDLE);
  }

  /** Forgets it for good. */
  public void discard(KeptBundle kept) throws IOException {
    PrivateFiles.clear(folder.resolve(kept.root().hex()));
  }

  private static KeptBundle read(Path file) throws IOException {
    try {
      return KeptBundle.parse(Files.readAllBytes(file));
    } catch (NotCanonicalException e) {
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
  }
}
