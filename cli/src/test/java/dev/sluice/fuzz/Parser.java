package dev.sluice.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.bundle.age.AgeException;
import dev.sluice.bundle.age.AgeHeader;
import dev.sluice.bundle.archive.ArchiveException;
import dev.sluice.bundle.archive.EntryReader;
import dev.sluice.bundle.archive.Zstd;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Contents;
import dev.sluice.bundle.model.Manifest;
import dev.sluice.bundle.model.Sums;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.SignedCard;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.ssh.SigningKey;
import dev.sluice.bundle.ssh.SshException;
import dev.sluice.bundle.ssh.SshPublicKey;
import dev.sluice.bundle.ssh.SshSignature;
import dev.sluice.canonical.CanonicalJson;
import dev.sluice.canonical.JsonLimits;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.batch.Batch;
import dev.sluice.state.feed.Receipt;
import dev.sluice.state.feed.Slice;
import dev.sluice.state.kind.KindDeclarationException;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.share.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What reads bytes from outside. */
enum Parser {
  AGE_HEADER(AgeException.class) {
    @Override
    void parse(byte[] input) throws IOException {
      AgeHeader.read(new ByteArrayInputStream(input));
    }
  },
  BATCH(NotCanonicalException.class) {
    @Override
    void parse(byte[] input) throws NotCanonicalException {
      Batch batch = Batch.fromJson(CanonicalJson.parseObject(input, JsonLimits.CONTENTS));
      same(input, CanonicalJson.write(batch.toJson()));
    }
  },
  CARD(PairingException.class) {
    @Override
    void parse(byte[] input) throws PairingException {
      same(input, SignedCard.parse(input).bytes());
    }
  },
  CONTENTS(NotCanonicalException.class) {
    @Override
    void parse(byte[] input) throws NotCanonicalException {
      same(input, Contents.parse(input, BundleLimits.STANDARD).bytes());
    }
  },
  DOCUMENT(NotCanonicalException.class) {
    @Override
    void parse(byte[] input) throws NotCanonicalException {
      same(input, Document.parse(input).bytes());
    }
  },
  JSON(NotCanonicalException.class) {
    @Override
    void parse(byte[] input) throws NotCanonicalException {
      same(input, CanonicalJson.write(CanonicalJson.parse(input, JsonLimits.DOCUMENT)));
    }
  },
  KIND(KindDeclarationException.class) {
    @Override
    void parse(byte[] input) throws KindDeclarationException {
      Kinds.builtIn().withDeclarations(List.of(input));
    }
  },
  MANIFEST(BundleRejectedException.class) {
    @Override
    void parse(byte[] input) throws BundleRejectedException {
      same(input, Manifest.parse(input, BundleLimits.STANDARD).bytes());
    }
  },
  PAIRING(PairingException.class) {
    @Override
    void parse(byte[] input) throws PairingException {
      same(input, SignedPairing.parse(input).bytes());
    }
  },
  PUBLIC_KEY(SshException.class) {
    @Override
    void parse(byte[] input) throws SshException {
      SshPublicKey.parse(new String(input, ISO_8859_1));
    }
  },
  RECEIPT(NotCanonicalException.class) {
    @Override
    void parse(byte[] input) throws NotCanonicalException {
      Receipt receipt = Receipt.fromJson(CanonicalJson.parseObject(input, JsonLimits.CONTENTS));
      same(input, CanonicalJson.write(receipt.toJson()));
    }
  },
  SIGNATURE(SshException.class) {
    @Override
    void parse(byte[] input) throws SshException {
      SshSignature.parse(input);
    }
  },
  SIGNING_KEY(SshException.class) {
    @Override
    void parse(byte[] input) throws SshException {
      SigningKey.parse(input);
    }
  },
  SLICE(NotCanonicalException.class) {
    @Override
    void parse(byte[] input) throws NotCanonicalException {
      same(input, CanonicalJson.write(Slice.parse(input).toJson()));
    }
  },
  SUMS(BundleRejectedException.class) {
    @Override
    void parse(byte[] input) throws BundleRejectedException {
      same(input, Sums.parse(input).bytes());
    }
  },
  /** Of two entries, as an index volume with one document has. */
  TAR(ArchiveException.class) {
    @Override
    void parse(byte[] input) throws IOException {
      new EntryReader(new ByteArrayInputStream(input), input.length, 2)
          .forEach((name, bytes, in) -> in.transferTo(OutputStream.nullOutputStream()));
    }
  },
  ZSTD(ArchiveException.class) {
    @Override
    void parse(byte[] input) throws IOException {
      try (InputStream in = Zstd.decompress(new ByteArrayInputStream(input))) {
        in.skip(MOST_UNPACKED);
      }
    }
  };

  private static final long MOST_UNPACKED = 32 << 20;

  private final Class<? extends Exception> refusal;

  Parser(Class<? extends Exception> refusal) {
    this.refusal = refusal;
  }

  abstract void parse(byte[] input) throws Exception;

  /** Gives {@code input} to the parser; throws whatever is not its refusal. */
  void take(byte[] input) throws Exception {
    try {
      parse(input.clone());
    } catch (Exception e) {
      if (!refusal.isInstance(e)) {
        throw e;
      }
    }
  }

  private static void same(byte[] input, byte[] output) {
    if (!Arrays.equals(input, output)) {
      throw new AssertionError("what was accepted is written in another way");
    }
  }

  /** The name of the corpus. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
