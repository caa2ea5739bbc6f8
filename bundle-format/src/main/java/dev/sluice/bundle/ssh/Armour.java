package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * The text wrapping that OpenSSH puts around secret keys and signatures: a BEGIN line, base64 in
 * lines of 70 columns, an END line, each ended by a single LF.
 */
enum Armour {
  PRIVATE_KEY("OPENSSH PRIVATE KEY", SshException.Reason.KEY_FORMAT),
  SIGNATURE("SSH SIGNATURE", SshException.Reason.SIGNATURE_FORMAT);

  static final int MAX_BYTES = 16 * 1024;
  private static final int COLUMNS = 70;

  private final String begin;
  private final String end;
  private final String label;
  private final SshException.Reason malformed;

  Armour(String label, SshException.Reason malformed) {
    this.begin = "-----BEGIN " + label + "-----\n";
    this.end = "-----END " + label + "-----\n";
    this.label = label;
    this.malformed = malformed;
  }

  byte[] wrap(byte[] blob) {
    byte[] base64 = Base64.getEncoder().encode(blob);
    var text = new ByteArrayOutputStream();
    text.writeBytes(begin.getBytes(US_ASCII));
    for (int at = 0; at < base64.length; at += COLUMNS) {
      text.write(base64, at, Math.min(COLUMNS, base64.length - at));
      text.write('\n');
    }
    text.writeBytes(end.getBytes(US_ASCII));
    return text.toByteArray();
  }

  /** Decodes leniently, then accepts only what {@link #wrap} would have written. */
  byte[] unwrap(byte[] text) throws SshException {
    if (text.length > MAX_BYTES) {
      throw new SshException(malformed, label + " is longer than " + MAX_BYTES + " bytes");
    }
    if (text.length < begin.length() + end.length()) {
      throw new SshException(malformed, label + " is too short for its BEGIN and END lines");
    }
    byte[] blob = decode(Arrays.copyOfRange(text, begin.length(), text.length - end.length()));
    if (!Arrays.equals(wrap(blob), text)) {
      throw new SshException(malformed, label + " is not armoured as OpenSSH writes it");
    }
    return blob;
  }

  private byte[] decode(byte[] lines) throws SshException {
    try {
      return Base64.getMimeDecoder().decode(lines);
    } catch (IllegalArgumentException e) {
      throw new SshException(malformed, label + " is not base64");
    }
  }
}
