package dev.sluice.bundle.age;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;

/** Encrypts a stream to recipients. Writes no stanza beside theirs. */
public final class AgeWriter {
  private AgeWriter() {}

  /** Encrypts to one recipient; see {@link #encrypt(OutputStream, List, SecureRandom)}. */
  public static OutputStream encrypt(OutputStream sink, AgeRecipient recipient, SecureRandom random)
      throws IOException {
    return encrypt(sink, List.of(recipient), random);
  }

  /**
   * Writes the header to {@code sink} and returns the stream that takes the plaintext.
   *
   * <p>Closing it writes the last chunk, which makes the file whole, and flushes {@code sink} but
   * leaves it open. So close it only after the whole plaintext: what is never closed never opens. A
   * stream that {@code sink} has failed writes nothing more.
   *
   * @param recipients 1 to 16, all of one suite: a file is as weak as the weakest of them
   */
  public static OutputStream encrypt(
      OutputStream sink, List<AgeRecipient> recipients, SecureRandom random) throws IOException {
    requireOneSuite(recipients);
    FileKey key = FileKey.random(random);
    List<Stanza> stanzas = recipients.stream().map(r -> r.wrap(key, random)).toList();
    return encrypt(sink, key, stanzas, random);
  }

  /**
   * How long a file gets.
   *
   * @param headerLength {@link AgeHeader#length()}; depends only on the suite and the number of
   *     recipients
   */
  public static long ciphertextLength(int headerLength, long plainLength) {
    return Math.addExact(
        headerLength + Chunks.PAYLOAD_NONCE_LENGTH, Chunks.sealedLength(plainLength));
  }

  static OutputStream encrypt(
      OutputStream sink, FileKey key, List<Stanza> stanzas, SecureRandom random)
      throws IOException {
    sink.write(header(key, stanzas));
    var nonce = new byte[Chunks.PAYLOAD_NONCE_LENGTH];
    random.nextBytes(nonce);
    sink.write(nonce);
    return new PayloadWriter(sink, key.payloadCipher(nonce));
  }

  private static byte[] header(FileKey key, List<Stanza> stanzas) {
    var text = new StringBuilder(AgeHeader.VERSION_LINE).append('\n');
    stanzas.forEach(stanza -> text.append(stanza.text()));
    text.append(AgeHeader.MAC_MARK);
    String mac = StrictBase64.encode(key.headerMac(ascii(text)));
    return ascii(text.append(' ').append(mac).append('\n'));
  }

  private static byte[] ascii(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void requireOneSuite(List<AgeRecipient> recipients) {
    if (recipients.isEmpty() || recipients.size() > AgeHeader.MAX_STANZAS) {
      throw new IllegalArgumentException("a file has 1 to 16 recipients");
    }
    if (recipients.stream().map(AgeRecipient::suite).distinct().count() > 1) {
      throw new IllegalArgumentException("the recipients of a file are of one suite");
    }
  }
}
