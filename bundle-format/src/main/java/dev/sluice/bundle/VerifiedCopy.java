package dev.sluice.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.model.VolumeName;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A verified bundle whose volumes lie in a private folder of ours. They got there by the one read
 * in which they were verified; the medium can change as it likes from then on.
 */
public final class VerifiedCopy {
  private final VerifiedBundle bundle;
  private final Path folder;

  private VerifiedCopy(VerifiedBundle bundle, Path folder) {
    this.bundle = bundle;
    this.folder = folder;
  }

  /**
   * Verifies {@code bundle} while copying its volumes into {@code folder}, which has to be empty
   * and readable by this user only.
   */
  public static VerifiedCopy take(UntrustedBundle bundle, Trust trust, Path folder)
      throws IOException, BundleRejectedException {
    VerifiedBundle verified =
        BundleVerifier.verify(
            bundle,
            trust,
            volume -> Files.newOutputStream(folder.resolve(volume), CREATE_NEW, WRITE));
    return of(verified, folder);
  }

  static VerifiedCopy of(VerifiedBundle bundle, Path folder) {
    return new VerifiedCopy(bundle, folder);
  }

  public VerifiedBundle bundle() {
    return bundle;
  }

  /**
   * Decrypts and unpacks all volumes into {@code sink}.
   *
   * @return the table of contents, which the entries matched one by one
   * @throws BundleRejectedException NO_IDENTITY, VOLUME_FORM, EXPANSION or CONTENTS_MISMATCH
   */
  public Contents open(List<AgeIdentity> identities, EntrySink sink)
      throws IOException, BundleRejectedException {
    Headway headway = bundle.signed().headway();
    headway.begin(
        Headway.Stage.OPEN, bundle.manifest().packed().stream().mapToLong(Volume::bytes).sum());
    var opening = new BundleOpening(bundle, bundle.signed().limits(), identities, sink);
    for (var volume : bundle.manifest().packed()) {
      Path file = folder.resolve(volume.name().text());
      try (var in = new HeardInput(Files.newInputStream(file), headway)) {
        opening.volume(volume, in);
      }
    }
    return opening.contents();
  }

  /** First entry of every volume but the first: ties it to its bundle and place. */
  static byte[] volumeMark(String bundle, VolumeName name) {
    Json mark = Json.object().put("bundle", bundle).put("volume", name.text()).build();
    return CanonicalJson.text(mark).getBytes(UTF_8);
  }
}
