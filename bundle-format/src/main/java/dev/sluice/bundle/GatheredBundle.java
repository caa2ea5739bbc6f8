package dev.sluice.bundle;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The volumes of one signed bundle, gathered in a private folder of ours from as many media as it
 * takes, in any order and over several runs. A volume is kept once it has been compared with what
 * was signed; one that is damaged does not stop the others. With parity it takes no more volumes
 * than the packed ones are, whichever come.
 */
public final class GatheredBundle {
  private final SignedBundle bundle;
  private final Path folder;
  private final VolumeCheck check;
  private final Set<Volume> compared = new HashSet<>();

  private GatheredBundle(SignedBundle bundle, Path folder) {
    this.bundle = bundle;
    this.folder = folder;
    this.check = new VolumeCheck(bundle);
  }

  /**
   * Goes on with what an earlier run has put into {@code folder}.
   *
   * @param folder there, readable by this user only, and used for no other bundle
   */
  public static GatheredBundle in(Path folder, SignedBundle bundle) throws IOException {
    var gathered = new GatheredBundle(bundle, folder);
    for (Volume volume : bundle.manifest().volumes()) {
      Files.deleteIfExists(gathered.passing(volume));
    }
    return gathered;
  }

  public SignedBundle bundle() {
    return bundle;
  }

  /**
   * Volumes that may still come, in order; none once those that are here suffice. It takes as many
   * of them as {@link #wanting} says.
   */
  public List<Volume> missing() throws IOException {
    return wanting() == 0 ? List.of() : absent();
  }

  /** How many of the missing volumes have to come; with parity, any of them will do. */
  public int wanting() throws IOException {
    return bundle.manifest().wanting(held().size());
  }

  /** How many bytes the folder takes at most until it has all volumes. */
  public long room() throws IOException {
    return absent().stream().mapToLong(Volume::bytes).sum();
  }

  private List<Volume> absent() throws IOException {
    var absent = new ArrayList<>(bundle.manifest().volumes());
    absent.removeAll(held());
    return List.copyOf(absent);
  }

  /** Whether a file in such a folder is {@code volume}, by its name and length. */
  public static boolean holds(Path folder, Volume volume) throws IOException {
    Path file = folder.resolve(volume.name().text());
    return Files.isRegularFile(file) && Files.size(file) == volume.bytes();
  }

  private List<Volume> held() throws IOException {
    var held = new ArrayList<Volume>();
    for (Volume volume : bundle.manifest().volumes()) {
      if (holds(folder, volume)) {
        held.add(volume);
      }
    }
    return List.copyOf(held);
  }

  /**
   * Takes from {@code medium} the missing volumes that it has, and of parity no more than it needs.
   *
   * @param medium the same bundle
   * @return what is wrong with those that are there and could not be taken
   * @throws IOException if they cannot be written here
   */
  public List<BundleRejectedException> take(UntrustedBundle medium) throws IOException {
    var faults = new ArrayList<BundleRejectedException>();
    medium.headway().begin(Headway.Stage.TAKE, comingFrom(medium));
    for (Volume volume : absent()) {
      boolean needed = !volume.isParity() || wanting() > 0;
      if (needed && medium.volumes().contains(volume.name().text())) {
        try {
          take(volume, medium);
        } catch (BundleRejectedException e) {
          faults.add(e);
        }
      }
    }
    return List.copyOf(faults);
  }

  /** Of parity no more is counted than is needed. */
  private long comingFrom(UntrustedBundle medium) throws IOException {
    return absent().stream()
        .filter(volume -> medium.volumes().contains(volume.name().text()))
        .limit(wanting())
        .mapToLong(Volume::bytes)
        .sum();
  }

  private void take(Volume volume, UntrustedBundle medium)
      throws IOException, BundleRejectedException {
    Path passing = passing(volume);
    try (InputStream in = MediumInput.open(medium, volume);
        OutputStream out = Files.newOutputStream(passing)) {
      check.copy(volume, in, out);
    } catch (MediumInput.UnreadableException e) {
      Files.deleteIfExists(passing);
      throw MediumInput.unreadable(volume);
    } catch (IOException | BundleRejectedException e) {
      Files.deleteIfExists(passing);
      throw e;
    }
    Files.move(passing, file(volume), ATOMIC_MOVE, REPLACE_EXISTING);
    compared.add(volume);
  }

  /**
   * The bundle as a verified copy. Volumes that an earlier run brought are compared again; packed
   * ones that never came are made of the others.
   *
   * @throws BundleRejectedException FILE_MISSING, or FILE_DAMAGED when a volume was damaged here,
   *     which is missing from then on
   */
  public VerifiedCopy complete() throws IOException, BundleRejectedException {
    List<Volume> held = held();
    for (Volume volume : held) {
      if (!compared.contains(volume)) {
        compare(volume, file(volume));
      }
    }
    var rebuilt = new ArrayList<>(bundle.manifest().packed());
    rebuilt.removeAll(held);
    for (Volume volume : rebuilt) {
      rebuild(volume, held);
    }
    return VerifiedCopy.of(new VerifiedBundle(bundle, rebuilt), folder);
  }

  private void compare(Volume volume, Path file) throws IOException, BundleRejectedException {
    try (InputStream in = Files.newInputStream(file)) {
      check.copy(volume, in, OutputStream.nullOutputStream());
    } catch (BundleRejectedException e) {
      Files.delete(file);
      throw e;
    }
    compared.add(volume);
  }

  private void rebuild(Volume volume, List<Volume> held)
      throws IOException, BundleRejectedException {
    if (bundle.manifest().wanting(held.size()) > 0) {
      throw new BundleRejectedException(
          RejectionReason.FILE_MISSING, volume.name().text(), "a volume of the bundle is missing");
    }
    Path passing = passing(volume);
    try (OutputStream out = Files.newOutputStream(passing)) {
      Parity.rebuild(
          volume, bundle.manifest(), held, name -> Files.newInputStream(folder.resolve(name)), out);
    }
    compare(volume, passing);
    Files.move(passing, file(volume), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  private Path file(Volume volume) {
    return folder.resolve(volume.name().text());
  }

  private Path passing(Volume volume) {
    return folder.resolve(volume.name().text() + BundleFiles.UNFINISHED);
  }
}
