package dev.sluice.bundle;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.age.AgeReader;
import dev.sluice.bundle.age.StanzaPolicy;
import dev.sluice.bundle.archive.ArchiveException;
import dev.sluice.bundle.archive.EntryReader;
import dev.sluice.bundle.archive.Zstd;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Volume;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** One pass over the volumes of a verified copy, checking each entry against the contents. */
final class BundleOpening {
  private final VerifiedBundle bundle;
  private final BundleLimits limits;
  private final List<AgeIdentity> identities;
  private final EntrySink sink;
  private final Deque<Contents.Entry> expected = new ArrayDeque<>();
  private Contents contents;
  private MessageDigest hasher = Digest.hasher();

  BundleOpening(
      VerifiedBundle bundle, BundleLimits limits, List<AgeIdentity> identities, EntrySink sink) {
    this.bundle = bundle;
    this.limits = limits;
    this.identities = identities;
    this.sink = sink;
  }

  void volume(Volume volume, InputStream in) throws IOException, BundleRejectedException {
    String name = volume.name().text();
    try {
      var reader = new EntryReader(unpacked(volume, in), volume.tar(), volume.entries());
      var first = new boolean[] {true};
      reader.forEach(
          (entry, bytes, content) -> {
            if (first[0]) {
              first[0] = false;
              firstEntry(volume, entry, bytes, content);
            } else {
              entry(volume, entry, bytes, content);
            }
          });
    } catch (AgeException e) {
      boolean noKey = e.reason() == AgeException.Reason.NO_MATCH;
      throw new BundleRejectedException(
          noKey ? RejectionReason.NO_IDENTITY : RejectionReason.VOLUME_FORM,
          name,
          noKey ? "no key of this site opens the volume" : e.getMessage());
    } catch (ArchiveException e) {
      boolean expansion = e.reason() == ArchiveException.Reason.EXPANSION;
      throw new BundleRejectedException(
          expansion ? RejectionReason.EXPANSION : RejectionReason.VOLUME_FORM,
          name,
          e.getMessage());
    } catch (ContentsException e) {
      throw new BundleRejectedException(RejectionReason.CONTENTS_MISMATCH, name, e.getMessage());
    }
  }

  /** The table of contents, once every entry that it lists has come by. */
  Contents contents() throws BundleRejectedException {
    if (contents == null || !expected.isEmpty()) {
      throw new BundleRejectedException(
          RejectionReason.CONTENTS_MISMATCH,
          EntryName.CONTENTS,
          "the table of contents lists entries that no volume holds");
    }
    return contents;
  }

  private InputStream unpacked(Volume volume, InputStream in) throws IOException {
    if (volume.name().mode() == PayloadMode.PLAIN) {
      return in;
    }
    StanzaPolicy policy = StanzaPolicy.exactly(bundle.pairing().pairing().suite(), 1);
    return Zstd.decompress(AgeReader.decrypt(in, identities, policy));
  }

  private void firstEntry(Volume volume, String entry, long bytes, InputStream content)
      throws IOException {
    boolean table = contents == null;
    if (bytes > JsonLimits.CONTENTS.bytes()
        || !entry.equals(table ? EntryName.CONTENTS : EntryName.VOLUME)) {
      throw new ContentsException("the volume does not begin with its mark");
    }
    byte[] mark = content.readAllBytes();
    if (table) {
      readContents(mark);
    } else if (!Arrays.equals(
        mark, VerifiedCopy.volumeMark(bundle.routing().bundle(), volume.name()))) {
      throw new ContentsException("the volume belongs to another bundle or place");
    }
  }

  private void readContents(byte[] bytes) throws ContentsException {
    if (!Digest.of(bytes).equals(bundle.manifest().contents())) {
      throw new ContentsException("the table of contents is not the one that was signed");
    }
    try {
      contents = Contents.parse(bytes, limits);
    } catch (NotCanonicalException e) {
      throw new ContentsException(e.getMessage());
    }
    if (!contents.routing().equals(bundle.routing())
        || !contents.signer().equals(bundle.signer().fingerprint())) {
      throw new ContentsException("the table of contents was made for another bundle");
    }
    expected.addAll(contents.entries());
  }

  private void entry(Volume volume, String text, long bytes, InputStream content)
      throws IOException {
    Contents.Entry next = expected.poll();
    if (next == null
        || !next.volume().equals(volume.name())
        || !next.name().text().equals(text)
        || next.bytes() != bytes) {
      throw new ContentsException("the volume holds an entry that is not the next one listed");
    }
    if (next.name().part() <= 1) {
      hasher = Digest.hasher();
    }
    sink.entry(next.name(), bytes, new DigestInputStream(content, hasher));
    if (endsItem(next.name()) && !Digest.finish(hasher.digest()).equals(next.name().digest())) {
      throw new ContentsException("an entry has other content than its name says");
    }
  }

  /** Whether {@code name} is a whole entry or the last piece of one. */
  private boolean endsItem(EntryName name) {
    Contents.Entry following = expected.peek();
    return name.part() == 0
        || following == null
        || following.name().part() <= 1
        || !following.name().digest().equals(name.digest());
  }

  /** A contradiction between what the contents say and what a volume holds. */
  private static final class ContentsException extends IOException {
    private static final long serialVersionUID = 1L;

    ContentsException(String sentence) {
      super(sentence);
    }
  }
}
