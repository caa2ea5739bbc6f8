package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Sums;

/** SHA256SUMS, the signed root. */
final class SumsVectors {
  private SumsVectors() {}

  @Attack(
      value = "one bit of the sums flipped after signing",
      expect = RejectionReason.SIGNATURE_INVALID)
  static void sumsFlipped(Forge forge) {
    forge.folder(
        files -> files.computeIfPresent(Sums.FILE, (name, bytes) -> Edit.flip(3).apply(bytes)));
  }

  @Attack(
      value = "the sums of another bundle of the same sender",
      expect = RejectionReason.SIGNATURE_INVALID)
  static void sumsOfAnotherBundle(Forge forge) {
    forge.folder(files -> files.put(Sums.FILE, forge.another().get(Sums.FILE)));
  }

  @Attack(
      value = "lines end in CR LF",
      expect = RejectionReason.SUMS_FORM,
      note = "sha256sum -c accepts it")
  static void sumsCarriageReturns(Forge forge) {
    forge.sums(text -> text.replace("\n", "\r\n"));
  }

  @Attack(value = "digests in upper case", expect = RejectionReason.SUMS_FORM)
  static void sumsUppercase(Forge forge) {
    forge.sums(Edit.replacePattern("^[0-9a-f]{64}", "A".repeat(64)));
  }

  @Attack(
      value = "the mark of a binary file before a name",
      expect = RejectionReason.SUMS_FORM,
      note = "sha256sum -c accepts it")
  static void sumsBinaryMark(Forge forge) {
    forge.sums(Edit.replace("  HOW", " *HOW"));
  }

  @Attack(value = "one space before a name", expect = RejectionReason.SUMS_FORM)
  static void sumsOneSpace(Forge forge) {
    forge.sums(Edit.replace("  HOW", " HOW"));
  }

  @Attack(value = "a tab before a name", expect = RejectionReason.SUMS_FORM)
  static void sumsTab(Forge forge) {
    forge.sums(Edit.replace("  HOW", "\t HOW"));
  }

  @Attack(value = "an empty file", expect = RejectionReason.SUMS_FORM)
  static void sumsEmpty(Forge forge) {
    forge.sums(text -> "");
  }

  @Attack(value = "the last line feed is missing", expect = RejectionReason.SUMS_FORM)
  static void sumsWithoutLastLineFeed(Forge forge) {
    forge.sums(text -> text.substring(0, text.length() - 1));
  }

  @Attack(value = "a blank line at the start", expect = RejectionReason.SUMS_FORM)
  static void sumsBlankLineFirst(Forge forge) {
    forge.sums(text -> "\n" + text);
  }

  @Attack(value = "a blank line between two lines", expect = RejectionReason.SUMS_FORM)
  static void sumsBlankLineBetween(Forge forge) {
    forge.sums(Edit.replace(".txt\n", ".txt\n\n"));
  }

  @Attack(value = "a blank line at the end", expect = RejectionReason.SUMS_FORM)
  static void sumsBlankLineLast(Forge forge) {
    forge.sums(text -> text + "\n");
  }

  @Attack(value = "a comment", expect = RejectionReason.SUMS_FORM)
  static void sumsComment(Forge forge) {
    forge.sums(text -> "# sums\n" + text);
  }

  @Attack(value = "a byte-order mark", expect = RejectionReason.SUMS_FORM)
  static void sumsByteOrderMark(Forge forge) {
    forge.sums(text -> "\u00ef\u00bb\u00bf" + text);
  }

  @Attack(value = "a byte beyond ASCII in a name", expect = RejectionReason.SUMS_FORM)
  static void sumsNotAscii(Forge forge) {
    forge.sums(Edit.replace("data-", "d\u00e4ta-"));
  }

  @Attack(value = "a NUL after a name", expect = RejectionReason.SUMS_FORM)
  static void sumsNul(Forge forge) {
    forge.sums(Edit.replace(".txt\n", ".txt\0\n"));
  }

  @Attack(value = "a digest that is too short", expect = RejectionReason.SUMS_FORM)
  static void sumsShortDigest(Forge forge) {
    forge.sums(text -> text.substring(1));
  }

  @Attack(value = "a line in BSD form", expect = RejectionReason.SUMS_FORM)
  static void sumsBsdForm(Forge forge) {
    forge.sums(Edit.replacePattern("^([0-9a-f]+)  (\\S+)", "SHA256 ($2) = $1"));
  }

  @Attack(value = "the manifest is not listed", expect = RejectionReason.SUMS_FORM)
  static void sumsWithoutManifest(Forge forge) {
    forge.sums(Edit.replacePattern("[0-9a-f]+  manifest.json\n", ""));
  }

  @Attack(value = "the instructions are not listed", expect = RejectionReason.SUMS_FORM)
  static void sumsWithoutInstructions(Forge forge) {
    forge.sums(Edit.replacePattern("[0-9a-f]+  HOW-TO-OPEN.txt\n", ""));
  }

  @Attack(value = "the manifest before the instructions", expect = RejectionReason.SUMS_FORM)
  static void sumsManifestFirst(Forge forge) {
    forge.sums(Edit.replacePattern("^(.*\n)(.*\n)", "$2$1"));
  }

  @Attack(value = "the signature is listed", expect = RejectionReason.SUMS_FORM)
  static void sumsListSignature(Forge forge) {
    forge.sums(text -> text + "0".repeat(64) + "  SHA256SUMS.export.sig\n");
  }

  @Attack(value = "a name that is not the format's", expect = RejectionReason.SUMS_FORM)
  static void sumsListForeignName(Forge forge) {
    forge.sums(text -> text + "0".repeat(64) + "  autorun.inf\n");
  }

  @Attack(value = "a name that leads out of the folder", expect = RejectionReason.SUMS_FORM)
  static void sumsListTraversal(Forge forge) {
    forge.sums(Edit.replace("data-0001", "../data-0001"));
  }

  @Attack(value = "an absolute name", expect = RejectionReason.SUMS_FORM)
  static void sumsListAbsolutePath(Forge forge) {
    forge.sums(Edit.replace("data-0001", "/tmp/data-0001"));
  }

  @Attack(value = "a volume in upper case", expect = RejectionReason.SUMS_FORM)
  static void sumsListUppercase(Forge forge) {
    forge.sums(Edit.replace("data-0001", "DATA-0001"));
  }

  @Attack(value = "volume number zero", expect = RejectionReason.SUMS_FORM)
  static void sumsListVolumeZero(Forge forge) {
    forge.sums(Edit.replace("data-0001", "data-0000"));
  }

  @Attack(value = "a volume is listed twice", expect = RejectionReason.SUMS_FORM)
  static void sumsListVolumeTwice(Forge forge) {
    forge.sums(Edit.replacePattern("(.*data-0001.*\n)", "$1$1"));
  }

  @Attack(value = "the sum of the manifest is another's", expect = RejectionReason.FILE_DAMAGED)
  static void sumsOfOtherManifest(Forge forge) {
    forge.sums(Edit.replacePattern("\n[0-9a-f]{64}", "\n" + "0".repeat(64) + ""));
  }

  @Attack(value = "the sum of the instructions is another's", expect = RejectionReason.FILE_DAMAGED)
  static void sumsOfOtherInstructions(Forge forge) {
    forge.sums(Edit.replacePattern("^[0-9a-f]{64}", "0".repeat(64)));
  }

  @Attack(value = "the sums of two volumes exchanged", expect = RejectionReason.FILE_DAMAGED)
  static void sumsOfOtherVolume(Forge forge) {
    forge.sums(Edit.replacePattern("([0-9a-f]{64})(  index.*\n)([0-9a-f]{64})", "$3$2$1"));
  }

  @Attack(value = "a volume of the manifest is not listed", expect = RejectionReason.MANIFEST_FORM)
  static void sumsWithoutVolume(Forge forge) {
    forge.sums(Edit.replacePattern("[0-9a-f]+  data.*\n", ""));
  }

  @Attack(
      value = "a volume that the manifest does not know",
      expect = RejectionReason.MANIFEST_FORM)
  static void sumsListUnknownVolume(Forge forge) {
    forge.sums(text -> text + "0".repeat(64) + "  data-0002.tar.zst.age\n");
  }

  @Attack(
      value = "the volumes in another order than in the manifest",
      expect = RejectionReason.MANIFEST_FORM)
  static void sumsVolumesReordered(Forge forge) {
    forge.sums(Edit.replacePattern("(.*index.*\n)(.*data.*\n)", "$2$1"));
  }

  @Attack(value = "more than 1 MiB", expect = RejectionReason.LIMIT, kept = false)
  static void sumsTooLong(Forge forge) {
    forge.folder(files -> files.put(Sums.FILE, new byte[(1 << 20) + 1]));
  }

  @Attack(value = "the sums are missing", expect = RejectionReason.NOT_A_BUNDLE)
  static void sumsMissing(Forge forge) {
    forge.folder(files -> files.remove(Sums.FILE));
  }
}
