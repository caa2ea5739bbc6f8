package dev.sluice.importer.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.bundle.EntrySink;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.VerifiedCopy;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.importer.IdentitySource;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.files.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

/**
 * Opens a bundle of the quarantine again, for a person. It is verified anew; nothing of it becomes
 * part of the state.
 */
public final class Salvage implements AutoCloseable {
  private final VerifiedCopy copy;
  private final Path work;

  private Salvage(VerifiedCopy copy, Path work) {
    this.copy = copy;
    this.work = work;
  }

  /**
   * Verifies the bundle in {@code folder}.
   *
   * @param work an empty private folder; cleared when this is closed
   */
  public static Salvage of(Path folder, Trust trust, Path work)
      throws IOException, BundleRejectedException {
    var bundle = UntrustedBundle.at(folder, BundleLimits.STANDARD);
    return new Salvage(VerifiedCopy.take(bundle, trust, work), work);
  }

  /** What it says, without keeping what is in it. */
  public <X extends Exception> Slice look(IdentitySource<X> keys)
      throws IOException, BundleRejectedException, X {
    return slice(
        contents(keys, (name, bytes, in) -> in.transferTo(OutputStream.nullOutputStream())));
  }

  /**
   * Writes every document as {@code DIGEST.json} and every blob as {@code DIGEST} into {@code out};
   * of a blob that came in part, its recipe as {@code DIGEST.recipe.json} and the new bytes as
   * {@code DIGEST.fresh}. No name comes from the bundle. A bundle that turns out to be broken
   * leaves nothing there.
   *
   * @param out made here; its parent has to be there
   */
  public <X extends Exception> Slice writeTo(Path out, IdentitySource<X> keys)
      throws IOException, BundleRejectedException, X {
    PrivateFiles.folder(out);
    boolean done = false;
    try {
      Contents contents = contents(keys, (name, bytes, in) -> append(out, name, in));
      for (Recipe recipe : contents.recipes()) {
        Path file = out.resolve(recipe.blob().hex() + ".recipe.json");
        PrivateFiles.write(file, CanonicalJson.text(recipe.toJson()).getBytes(UTF_8));
      }
      Slice slice = slice(contents);
      done = true;
      return slice;
    } finally {
      if (!done) {
        PrivateFiles.clear(out);
      }
    }
  }

  private <X extends Exception> Contents contents(IdentitySource<X> keys, EntrySink sink)
      throws IOException, BundleRejectedException, X {
    AgeIdentity identity = keys.identityFor(copy.bundle().pairing());
    return copy.open(List.of(identity), sink);
  }

  private static Slice slice(Contents contents) throws BundleRejectedException {
    try {
      return Slice.parse(CanonicalJson.write(contents.payload()));
    } catch (NotCanonicalException e) {
      throw new BundleRejectedException(
          RejectionReason.CONTENTS_MISMATCH, "contents", String.valueOf(e.getMessage()));
    }
  }

  /** Pieces of one blob come in order. */
  private static void append(Path out, EntryName name, InputStream content) throws IOException {
    String ending =
        switch (name.type()) {
          case DOCUMENT -> ".json";
          case BLOB -> "";
          case FRESH -> ".fresh";
        };
    Path file = out.resolve(name.digest().hex() + ending);
    try (OutputStream to =
        Channels.newOutputStream(
            PrivateFiles.open(
                file,
                Set.of(
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND)))) {
      content.transferTo(to);
    }
  }

  @Override
  public void close() throws IOException {
    PrivateFiles.clear(work);
  }
}
