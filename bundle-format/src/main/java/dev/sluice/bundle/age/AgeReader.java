package dev.sluice.bundle.age;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Decrypts a stream with an identity. */
public final class AgeReader {
  private AgeReader() {}

  /** What gives up a file key to its holder. */
  @FunctionalInterface
  interface Opener {
    Optional<FileKey> unwrap(Stanza stanza) throws AgeException;
  }

  /**
   * Reads and judges the header, then returns the stream of the plaintext.
   *
   * <p>The stream hands out nothing but authenticated chunks. It ends only if the whole payload was
   * there and nothing follows; until then, the file may still turn out to be cut short. {@code
   * source} is never closed, and read to its end; after the first MiB it is read ahead and opened
   * on all cores, which takes 8 MiB for each core and 16 more.
   *
   * @throws AgeException here for everything up to the payload, from the stream with reason PAYLOAD
   */
  public static InputStream decrypt(
      InputStream source, List<AgeIdentity> identities, StanzaPolicy policy) throws IOException {
    List<Opener> openers = identities.stream().<Opener>map(identity -> identity::unwrap).toList();
    return open(source, openers, policy);
  }

  static InputStream open(InputStream source, List<Opener> openers, StanzaPolicy policy)
      throws IOException {
    var buffered = new BufferedInputStream(source);
    AgeHeader header = AgeHeader.read(buffered);
    policy.check(header);
    FileKey key = fileKey(header, openers);
    header.verify(key);
    byte[] nonce = buffered.readNBytes(Chunks.PAYLOAD_NONCE_LENGTH);
    if (nonce.length < Chunks.PAYLOAD_NONCE_LENGTH) {
      throw new AgeException(AgeException.Reason.HEADER, "the age file ends after its header");
    }
    return new PayloadReader(buffered, key.payloadCipher(nonce));
  }

  private static FileKey fileKey(AgeHeader header, List<Opener> openers) throws AgeException {
    for (Stanza stanza : header.stanzas()) {
      for (Opener opener : openers) {
        Optional<FileKey> key = opener.unwrap(stanza);
        if (key.isPresent()) {
          return key.get();
        }
      }
    }
    throw new AgeException(
        AgeException.Reason.NO_MATCH, "the file is not encrypted to any identity at hand");
  }
}
