package dev.sluice.bundle.vectors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.canonical.Digest;
import java.util.Arrays;

/** The encrypted table of contents, and what it says of the entries. */
final class ContentsVectors {
  private ContentsVectors() {}

  private static final byte[] MORE = ZstdBytes.latin("more");

  @Attack(
      value = "the table of contents was made for another bundle",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsOtherBundle(Forge forge) {
    forge.contents(
        Edit.replacePattern("\"bundle\":\"[0-9a-f]{32}", "\"bundle\":\"" + "0".repeat(32) + ""));
  }

  @Attack(
      value = "it was made for another pairing",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsOtherPairing(Forge forge) {
    forge.contents(
        Edit.replacePattern("\"pairing\":\"[0-9a-f]{64}", "\"pairing\":\"" + "0".repeat(64) + ""));
  }

  @Attack(
      value = "it has another number",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsOtherSequence(Forge forge) {
    forge.contents(Edit.replace("\"sequence\":1", "\"sequence\":2"));
  }

  @Attack(
      value = "it has another predecessor",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsOtherPredecessor(Forge forge) {
    forge.contents(Edit.replace("\"previous\":\"0", "\"previous\":\"1"));
  }

  @Attack(
      value = "it goes the other way",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsOtherDirection(Forge forge) {
    forge.contents(Edit.replace("low-to-high", "high-to-low"));
  }

  @Attack(
      value = "it names another signer",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN,
      note = "whoever strips a signature cannot adopt the ciphertext")
  static void contentsOtherSigner(Forge forge) {
    forge.contents(
        Edit.replace(
            forge.pair().low().key().publicKey().fingerprint(),
            forge.pair().high().key().publicKey().fingerprint()));
  }

  @Attack(
      value = "other contents than the manifest commits to",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsNotTheSignedOnes(Forge forge) {
    forge
        .index()
        .mark(
            bytes ->
                ZstdBytes.latin(
                    Edit.replace("world", "there").apply(new String(bytes, ISO_8859_1))));
  }

  @Attack(value = "a key twice", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsDuplicateKey(Forge forge) {
    forge.contents(Edit.replace("{\"hello\"", "{\"hello\":\"a\",\"hello\""));
  }

  @Attack(value = "white space", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsWhiteSpace(Forge forge) {
    forge.contents(Edit.replace("\"sequence\":", "\"sequence\": "));
  }

  @Attack(value = "null", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsNull(Forge forge) {
    forge.contents(Edit.replace("\"hello\":\"world\"", "\"hello\":null"));
  }

  @Attack(value = "a fraction", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsFloat(Forge forge) {
    forge.contents(Edit.replace("\"hello\":\"world\"", "\"hello\":1.5"));
  }

  @Attack(
      value = "a number of a million digits",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN,
      kept = false)
  static void contentsLongDigits(Forge forge) {
    forge.contents(Edit.replace("\"hello\":\"world\"", "\"hello\":" + "9".repeat(1_000_000)));
  }

  @Attack(value = "arrays in arrays", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsDepth(Forge forge) {
    forge.contents(
        Edit.replace("\"hello\":\"world\"", "\"hello\":" + "[".repeat(200) + "]".repeat(200)));
  }

  @Attack(
      value = "a string of more than 64 KiB",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN,
      kept = false)
  static void contentsLongString(Forge forge) {
    forge.contents(Edit.replace("world", "x".repeat((64 << 10) + 1)));
  }

  @Attack(
      value = "a byte that is not UTF-8",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsInvalidUtf8(Forge forge) {
    forge.contents(Edit.replace("world", "w\u00ffrld"));
  }

  @Attack(
      value = "an escaped half of a surrogate pair",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsSurrogate(Forge forge) {
    forge.contents(Edit.replace("world", "\\ud800"));
  }

  @Attack(value = "a byte-order mark", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsByteOrderMark(Forge forge) {
    forge.contents(text -> "\u00ef\u00bb\u00bf" + text);
  }

  @Attack(value = "no bytes", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsEmpty(Forge forge) {
    forge.contents(text -> "");
  }

  @Attack(
      value = "a field that the format does not know",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsUnknownField(Forge forge) {
    forge.contents(Edit.field("\"zeal\":1"));
  }

  @Attack(
      value = "a field is missing",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsFieldMissing(Forge forge) {
    forge.contents(Edit.replacePattern("\"history\":\\[\\],", ""));
  }

  @Attack(value = "17 earlier roots", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsHistoryTooLong(Forge forge) {
    String root = "\"" + "0".repeat(64) + "\"";
    forge.contents(Edit.replace("\"history\":[", "\"history\":[" + (root + ",").repeat(16) + root));
  }

  @Attack(
      value = "the same entry twice, and it is there twice",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsListTwice(Forge forge) {
    forge.contents(Edit.replacePattern("(\\{\"bytes\"[^}]*blobs[^}]*\\})", "$1,$1"));
    forge.data().entries(list -> list.add(list.get(1)));
  }

  @Attack(
      value = "an entry that no volume holds",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsListMore(Forge forge) {
    forge.contents(
        Edit.replacePattern(
            "(\\{\"bytes\"[^}]*blobs/)[0-9a-f]{64}([^}]*\\})", "$0,$1" + "0".repeat(64) + "$2"));
  }

  @Attack(
      value = "an entry of a volume is not listed",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsListLess(Forge forge) {
    forge.contents(Edit.replacePattern(",\\{\"bytes\"[^}]*blobs[^}]*\\}", ""));
  }

  @Attack(
      value = "entries in another order than in the volumes",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsListReordered(Forge forge) {
    forge.contents(
        Edit.replacePattern("\\[(\\{\"bytes\".*?\\}),(\\{\"bytes\".*?\\})\\]", "[$2,$1]"));
  }

  @Attack(
      value = "an entry is longer than listed",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsSizeTooSmall(Forge forge) {
    forge.contents(Edit.replacePattern("\"bytes\":[0-9]+", "\"bytes\":1"));
  }

  @Attack(value = "a negative size", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void contentsSizeNegative(Forge forge) {
    forge.contents(Edit.replace("\"bytes\":", "\"bytes\":-"));
  }

  @Attack(
      value = "an entry lies in another volume than listed",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsOtherVolume(Forge forge) {
    forge.contents(Edit.replace("\"in\":\"data-0001", "\"in\":\"data-0002"));
  }

  @Attack(
      value = "a volume name that leads out of the folder",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsVolumeTraversal(Forge forge) {
    forge.contents(Edit.replace("\"in\":\"data", "\"in\":\"../data"));
  }

  @Attack(
      value = "an entry name that leads out of the folder",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsNameTraversal(Forge forge) {
    forge.contents(Edit.replace("blobs/", "blobs/../"));
  }

  @Attack(
      value = "an entry in a folder that the format does not know",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsNameOtherFolder(Forge forge) {
    forge.contents(Edit.replace("blobs/", "bin/"));
  }

  @Attack(
      value = "an entry name in upper case",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsNameUppercase(Forge forge) {
    forge.contents(Edit.replacePattern("blobs/[0-9a-f]{64}", "blobs/" + "A".repeat(64) + ""));
  }

  @Attack(
      value = "a piece with number zero",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsPieceZero(Forge forge) {
    forge.contents(Edit.replacePattern("(blobs/[0-9a-f]{64})", "$1.0000"));
  }

  @Attack(
      value = "a piece of a document",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsPieceOfDocument(Forge forge) {
    forge.contents(Edit.replacePattern("(docs/[0-9a-f]{64})", "$1.0001"));
  }

  @Attack(
      value = "a document in a data volume",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsDocumentAmongBlobs(Forge forge) {
    item(forge.data(), EntryName.document(Digest.of(MORE)), MORE);
  }

  @Attack(
      value = "the second piece of a blob without its first",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsPieceMissing(Forge forge) {
    item(forge.data(), EntryName.blob(Digest.of(MORE)).piece(2), MORE);
  }

  @Attack(
      value = "the pieces of a blob in the wrong order",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsPiecesReordered(Forge forge) {
    item(forge.data(), EntryName.blob(Digest.of(MORE)).piece(2), tail());
    item(forge.data(), EntryName.blob(Digest.of(MORE)).piece(1), head());
  }

  @Attack(
      value = "pieces that join to another blob than they say",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsPiecesOther(Forge forge) {
    item(forge.data(), EntryName.blob(Digest.of(MORE)).piece(1), head());
    item(forge.data(), EntryName.blob(Digest.of(MORE)).piece(2), head());
  }

  @Attack(
      value = "a blob whole and in pieces",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void contentsPieceAndWhole(Forge forge) {
    item(forge.data(), EntryName.blob(Digest.of(MORE)), MORE);
    item(forge.data(), EntryName.blob(Digest.of(MORE)).piece(1), MORE);
  }

  @Attack(
      value = "a volume that was made for another bundle",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void markOtherBundle(Forge forge) {
    forge
        .data()
        .mark(
            bytes ->
                ZstdBytes.latin(
                    Edit.replacePattern("[0-9a-f]{32}", "0".repeat(32))
                        .apply(new String(bytes, ISO_8859_1))));
  }

  @Attack(
      value = "a volume that was made for another place",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void markOtherVolume(Forge forge) {
    forge
        .data()
        .mark(
            bytes ->
                ZstdBytes.latin(Edit.replace("0001", "0002").apply(new String(bytes, ISO_8859_1))));
  }

  @Attack(
      value = "a mark in another form",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void markOtherForm(Forge forge) {
    forge.data().mark(Edit.append((byte) 10));
  }

  private static void item(ForgedVolume volume, EntryName name, byte[] content) {
    volume.items.put(name, content);
  }

  private static byte[] head() {
    return Arrays.copyOf(MORE, 2);
  }

  private static byte[] tail() {
    return Arrays.copyOfRange(MORE, 2, MORE.length);
  }
}
