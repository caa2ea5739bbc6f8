package dev.sluice.bundle.vectors;

import static dev.sluice.bundle.vectors.Forge.SIGNATURE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.ssh.Namespace;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The signature file. */
final class SignatureVectors {
  private static final BigInteger ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  private SignatureVectors() {}

  @Attack(value = "one bit of the signature flipped", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureFlipped(Forge forge) {
    spoil(forge, signature -> signature.value = Edit.flip(7).apply(signature.value));
  }

  @Attack(
      value = "the signature of another bundle of the same sender",
      expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureOfAnotherBundle(Forge forge) {
    forge.folder(files -> files.put(SIGNATURE, forge.another().get(SIGNATURE)));
  }

  @Attack(
      value = "signed for the act of releasing",
      expect = RejectionReason.SIGNATURE_INVALID,
      note = "a good signature by the right key over the right bytes")
  static void signatureForRelease(Forge forge) {
    forge.signing((key, sums) -> SignatureBytes.of(key, Namespace.RELEASE, sums).armoured());
  }

  @Attack(value = "signed for the act of reviewing", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureForReview(Forge forge) {
    forge.signing((key, sums) -> SignatureBytes.of(key, Namespace.REVIEW, sums).armoured());
  }

  @Attack(value = "the namespace of another program", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureForGit(Forge forge) {
    spoil(forge, signature -> signature.namespace = "git");
  }

  @Attack(
      value = "signed for releasing, relabelled as exporting",
      expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureRelabelled(Forge forge) {
    forge.signing(
        (key, sums) -> {
          var signature = SignatureBytes.of(key, Namespace.RELEASE, sums);
          signature.namespace = Namespace.EXPORT.toString();
          return signature.armoured();
        });
  }

  @Attack(
      value = "the reserved field is filled",
      expect = RejectionReason.SIGNATURE_INVALID,
      note = "room for bytes that nobody looks at")
  static void signatureReservedFilled(Forge forge) {
    spoil(forge, signature -> signature.reserved = "hello");
  }

  @Attack(
      value = "text after the end line",
      expect = RejectionReason.SIGNATURE_INVALID,
      note = "ssh-keygen -Y verify accepts it")
  static void signatureTrailingText(Forge forge) {
    text(forge, text -> text + "and more\n");
  }

  @Attack(value = "text before the begin line", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureLeadingText(Forge forge) {
    text(forge, text -> "see below\n" + text);
  }

  @Attack(value = "bytes after the last field", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureTrailingBytes(Forge forge) {
    spoil(forge, signature -> signature.trailing = "more");
  }

  @Attack(value = "lines end in CR LF", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureCarriageReturns(Forge forge) {
    text(forge, text -> text.replace("\n", "\r\n"));
  }

  @Attack(value = "lines of other lengths", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureOtherColumns(Forge forge) {
    text(forge, Edit.replacePattern("([A-Za-z0-9])\n([A-Za-z0-9])", "$1$2"));
  }

  @Attack(value = "the last line feed is missing", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureWithoutLastLineFeed(Forge forge) {
    text(forge, text -> text.substring(0, text.length() - 1));
  }

  @Attack(value = "another label", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureOtherLabel(Forge forge) {
    text(forge, text -> text.replace("SSH SIGNATURE", "PGP SIGNATURE"));
  }

  @Attack(value = "an empty file", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureEmpty(Forge forge) {
    text(forge, text -> "");
  }

  @Attack(value = "cut in the middle", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureTruncated(Forge forge) {
    text(forge, text -> text.substring(0, text.length() / 2));
  }

  @Attack(value = "two signatures in one file", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureTwice(Forge forge) {
    text(forge, text -> text + text);
  }

  @Attack(value = "a later version of the format", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureVersionTwo(Forge forge) {
    spoil(forge, signature -> signature.version = 2);
  }

  @Attack(value = "another preamble", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureOtherPreamble(Forge forge) {
    spoil(forge, signature -> signature.magic = "SSHSIH");
  }

  @Attack(value = "a hash that is not allowed", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureOverSha1(Forge forge) {
    spoil(forge, signature -> signature.hash = "sha1");
  }

  @Attack(value = "a key of another type", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureOtherKeyType(Forge forge) {
    spoil(forge, signature -> signature.keyType = "ssh-rsa");
  }

  @Attack(value = "an algorithm that is not the key's", expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureOtherAlgorithm(Forge forge) {
    spoil(forge, signature -> signature.algorithm = "rsa-sha2-512");
  }

  @Attack(
      value = "the order of the group added to the scalar",
      expect = RejectionReason.SIGNATURE_INVALID,
      note = "RFC 8032 section 5.1.7: a second value that lax readers accept")
  static void signatureScalarPlusOrder(Forge forge) {
    spoil(forge, signature -> signature.value = plusOrder(signature.value));
  }

  @Attack(
      value = "a key of low order, for which all-zero scalars fit any message",
      expect = RejectionReason.SIGNATURE_INVALID)
  static void signatureByLowOrderKey(Forge forge) {
    spoil(
        forge,
        signature -> {
          signature.point = new byte[32];
          signature.point[0] = 1;
          signature.value = new byte[64];
          signature.value[0] = 1;
        });
  }

  @Attack(value = "signed by a stranger", expect = RejectionReason.UNKNOWN_SIGNER)
  static void signerUnknown(Forge forge) {
    forge.signing((key, sums) -> SignatureBytes.of(Party.stranger("mallory"), sums).armoured());
  }

  @Attack(
      value = "signed by a reviewer of the right side",
      expect = RejectionReason.UNKNOWN_SIGNER,
      note = "only the exporter's key, which stands on the card, may seal")
  static void signerReviewer(Forge forge) {
    forge.signing((key, sums) -> SignatureBytes.of(Party.stranger("reviewer"), sums).armoured());
  }

  @Attack(
      value = "signed by a stranger who names the right key",
      expect = RejectionReason.SIGNATURE_INVALID)
  static void signerPretended(Forge forge) {
    forge.signing(
        (key, sums) -> {
          var signature = SignatureBytes.of(Party.stranger("mallory"), sums);
          signature.point = SignatureBytes.point(key);
          return signature.armoured();
        });
  }

  @Attack(value = "no signature of the sender", expect = RejectionReason.NOT_A_BUNDLE)
  static void signatureMissing(Forge forge) {
    forge.folder(files -> files.remove(SIGNATURE));
  }

  @Attack(
      value = "only a release signature lies there",
      expect = RejectionReason.NOT_A_BUNDLE,
      note = "a second signature never stands in for the first")
  static void signatureOfReleaseOnly(Forge forge) {
    forge.folder(files -> files.put("SHA256SUMS.release.sig", files.remove(SIGNATURE)));
  }

  @Attack(
      value = "a signature file of more than 16 KiB",
      expect = RejectionReason.LIMIT,
      kept = false)
  static void signatureTooLong(Forge forge) {
    forge.folder(files -> files.put(SIGNATURE, new byte[(16 << 10) + 1]));
  }

  private static void spoil(Forge forge, Consumer<SignatureBytes> edit) {
    forge.signing(
        (key, sums) -> {
          var signature = SignatureBytes.of(key, sums);
          edit.accept(signature);
          return signature.armoured();
        });
  }

  private static void text(Forge forge, UnaryOperator<String> edit) {
    forge.signing(
        (key, sums) ->
            ZstdBytes.latin(
                edit.apply(new String(SignatureBytes.of(key, sums).armoured(), ISO_8859_1))));
  }

  private static byte[] plusOrder(byte[] value) {
    byte[] reversed = new byte[32];
    for (int i = 0; i < 32; i++) {
      reversed[i] = value[63 - i];
    }
    byte[] sum = new BigInteger(1, reversed).add(ORDER).toByteArray();
    byte[] changed = Arrays.copyOf(value, 64);
    for (int i = 0; i < 32; i++) {
      int at = sum.length - 1 - i;
      changed[32 + i] = at < 0 ? 0 : sum[at];
    }
    return changed;
  }
}
