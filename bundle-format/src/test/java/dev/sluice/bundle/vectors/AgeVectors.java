package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.bundle.age.AgeForge;
import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.testing.SeededRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The encryption around a volume. */
final class AgeVectors {
  private AgeVectors() {}

  @Attack(
      value = "a second recipient",
      expect = RejectionReason.PAIRING_POLICY,
      note = "somebody else could read along")
  static void recipientAdded(Forge forge) {
    forge
        .data()
        .sealing((plain, to, random) -> new AgeForge(random).to(to).to(stranger()).seal(plain));
  }

  @Attack(
      value = "a second recipient before the right one",
      expect = RejectionReason.PAIRING_POLICY)
  static void recipientAddedFirst(Forge forge) {
    forge
        .data()
        .sealing((plain, to, random) -> new AgeForge(random).to(stranger()).to(to).seal(plain));
  }

  @Attack(
      value = "a stanza of unknown type",
      expect = RejectionReason.PAIRING_POLICY,
      note = "age skips it: room for bytes that nobody looks at")
  static void stanzaHidden(Forge forge) {
    forge
        .data()
        .sealing(
            (plain, to, random) ->
                new AgeForge(random)
                    .to(to)
                    .hide("grease", List.of("x"), new byte[100])
                    .seal(plain));
  }

  @Attack(value = "a hybrid stanza beside the classic one", expect = RejectionReason.PAIRING_POLICY)
  static void stanzaMixed(Forge forge) {
    forge
        .data()
        .sealing((plain, to, random) -> new AgeForge(random).to(to).to(hybrid()).seal(plain));
  }

  @Attack(value = "a passphrase stanza", expect = RejectionReason.PAIRING_POLICY)
  static void stanzaOfPassphrase(Forge forge) {
    forge
        .data()
        .sealing(
            (plain, to, random) ->
                new AgeForge(random)
                    .hide("scrypt", List.of("AAAAAAAAAAAAAAAAAAAAAA", "18"), new byte[32])
                    .seal(plain));
  }

  @Attack(value = "the stanza type in lower case", expect = RejectionReason.PAIRING_POLICY)
  static void stanzaTypeInLowercase(Forge forge) {
    forge
        .data()
        .sealing(
            (plain, to, random) ->
                new AgeForge(random)
                    .hide("x25519", List.of("A".repeat(43)), new byte[32])
                    .seal(plain));
  }

  @Attack(value = "a suite that is not the pairing's", expect = RejectionReason.PAIRING_POLICY)
  static void suiteOther(Forge forge) {
    forge.data().sealing((plain, to, random) -> new AgeForge(random).to(hybrid()).seal(plain));
  }

  @Attack(
      value = "the classic suite where the pairing demands the hybrid one",
      expect = RejectionReason.PAIRING_POLICY,
      pairing = Party.HYBRID)
  static void suiteDowngraded(Forge forge) {
    forge.data().sealing((plain, to, random) -> new AgeForge(random).to(classic()).seal(plain));
  }

  @Attack(value = "another version of age", expect = RejectionReason.PAIRING_POLICY)
  static void ageVersionTwo(Forge forge) {
    forge.data().file(file -> bent(file, "/v1", "/v2"));
  }

  @Attack(value = "a header with CR LF", expect = RejectionReason.PAIRING_POLICY)
  static void ageCarriageReturns(Forge forge) {
    forge.data().file(file -> bent(file, "/v1\n", "/v1\r\n"));
  }

  @Attack(value = "an armoured file", expect = RejectionReason.PAIRING_POLICY)
  static void ageArmoured(Forge forge) {
    forge
        .data()
        .file(
            file ->
                ZstdBytes.latin(
                    "-----BEGIN AGE ENCRYPTED FILE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {10}).encodeToString(file)
                        + "\n-----END AGE ENCRYPTED FILE-----\n"));
  }

  @Attack(
      value = "a header of more than 64 KiB",
      expect = RejectionReason.PAIRING_POLICY,
      kept = false)
  static void ageHeaderTooLong(Forge forge) {
    forge
        .data()
        .sealing(
            (plain, to, random) ->
                new AgeForge(random)
                    .to(to)
                    .hide("grease", List.of(), new byte[50_000])
                    .seal(plain));
  }

  @Attack(value = "a header cut before its MAC", expect = RejectionReason.PAIRING_POLICY)
  static void ageHeaderWithoutMac(Forge forge) {
    forge.data().file(file -> bent(file, "\n--- ", "\n-> "));
  }

  @Attack(
      value = "the bare archive under the name of an encrypted one",
      expect = RejectionReason.PAIRING_POLICY)
  static void ageNotEncrypted(Forge forge) {
    forge.data().sealing((plain, to, random) -> plain);
  }

  @Attack(value = "a declared volume of no bytes", expect = RejectionReason.PAIRING_POLICY)
  static void ageEmpty(Forge forge) {
    forge.data().file(file -> new byte[0]);
  }

  @Attack(
      value = "encrypted to somebody else",
      expect = RejectionReason.NO_IDENTITY,
      step = Step.OPEN)
  static void recipientOther(Forge forge) {
    forge.data().sealing((plain, to, random) -> new AgeForge(random).to(stranger()).seal(plain));
  }

  @Attack(value = "encrypted to its sender", expect = RejectionReason.NO_IDENTITY, step = Step.OPEN)
  static void recipientSender(Forge forge) {
    forge
        .data()
        .sealing(
            (plain, to, random) ->
                new AgeForge(random)
                    .to(forge.pair().low().identities().get(AgeSuite.X25519).recipient())
                    .seal(plain));
  }

  @Attack(
      value = "a header changed under its MAC",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN,
      note = "sums and sizes are those of the bent file")
  static void ageHeaderBent(Forge forge) {
    forge.data().file(file -> bentMac(file));
  }

  @Attack(
      value = "an ephemeral share that gives the all-zero secret",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void ageShareOfLowOrder(Forge forge) {
    forge
        .data()
        .sealing(
            (plain, to, random) ->
                new AgeForge(random)
                    .hide("X25519", List.of("A".repeat(43)), new byte[32])
                    .seal(plain));
  }

  @Attack(
      value = "a stanza with an argument too many",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void ageExtraArgument(Forge forge) {
    forge
        .data()
        .sealing(
            (plain, to, random) ->
                new AgeForge(random)
                    .hide("X25519", List.of("A".repeat(43), "A"), new byte[32])
                    .seal(plain));
  }

  @Attack(
      value = "a wrapped key that is too long",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN,
      note = "the length decides before anything is decrypted")
  static void ageLongFileKey(Forge forge) {
    forge
        .data()
        .sealing(
            (plain, to, random) ->
                new AgeForge(random)
                    .hide("X25519", List.of("A".repeat(43)), new byte[48])
                    .seal(plain));
  }

  @Attack(
      value = "one bit of the payload flipped before signing",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void agePayloadFlipped(Forge forge) {
    forge.data().file(Edit.flip(-20));
  }

  @Attack(
      value = "the last byte of the payload cut off before signing",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void agePayloadCut(Forge forge) {
    forge.data().file(Edit.cut(1));
  }

  @Attack(
      value = "a file that ends after its header",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void agePayloadMissing(Forge forge) {
    forge.data().file(file -> cutAfterHeader(file, 0));
  }

  @Attack(
      value = "a file that ends within its nonce",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void ageNonceCut(Forge forge) {
    forge.data().file(file -> cutAfterHeader(file, 8));
  }

  @Attack(
      value = "a file that ends after its nonce",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void ageNoChunks(Forge forge) {
    forge.data().file(file -> cutAfterHeader(file, 16));
  }

  @Attack(
      value = "a byte after the last chunk",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void ageTrailingByte(Forge forge) {
    forge.data().file(Edit.append((byte) 0));
  }

  @Attack(
      value = "a second age file after the first",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void ageTrailingFile(Forge forge) {
    forge.data().file(file -> ZstdBytes.join(file, file));
  }

  @Attack(value = "a payload without bytes", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void ageEmptyPayload(Forge forge) {
    forge.data().sealing((plain, to, random) -> new AgeForge(random).to(to).seal(new byte[0]));
  }

  private static AgeRecipient stranger() {
    return AgeIdentity.generate(AgeSuite.X25519, SeededRandom.of("sluice vector stranger"))
        .recipient();
  }

  private static AgeRecipient hybrid() {
    return Party.HYBRID.pair().high().identities().get(AgeSuite.MLKEM768X25519).recipient();
  }

  private static AgeRecipient classic() {
    return Party.CLASSIC.pair().high().identities().get(AgeSuite.X25519).recipient();
  }

  private static byte[] bent(byte[] file, String from, String to) {
    return ZstdBytes.latin(Edit.replace(from, to).apply(new String(file, ISO_8859_1)));
  }

  private static byte[] bentMac(byte[] file) {
    String text = new String(file, ISO_8859_1);
    int at = text.indexOf("\n--- ") + 5;
    return ZstdBytes.latin(
        text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1));
  }

  private static byte[] cutAfterHeader(byte[] file, int more) {
    String text = new String(file, ISO_8859_1);
    int mac = text.indexOf("\n--- ") + 1;
    return Arrays.copyOf(file, text.indexOf('\n', mac) + 1 + more);
  }
}
