package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Sums;
import java.util.Set;

/** What lies in the folder. */
final class FolderVectors {
  private FolderVectors() {}

  private static final String INDEX = "index-0001.tar.zst.age";
  private static final String DATA = "data-0001.tar.zst.age";

  @Attack(
      value = "one bit in the middle of a volume flipped",
      expect = RejectionReason.FILE_DAMAGED)
  static void volumeFlipped(Forge forge) {
    forge.folder(
        files ->
            files.computeIfPresent(
                DATA, (name, bytes) -> Edit.flip(bytes.length / 2).apply(bytes)));
  }

  @Attack(
      value = "one bit of the first line of a volume flipped",
      expect = RejectionReason.FILE_DAMAGED)
  static void volumeHeaderFlipped(Forge forge) {
    forge.folder(
        files -> files.computeIfPresent(INDEX, (name, bytes) -> Edit.flip(0).apply(bytes)));
  }

  @Attack(value = "a volume short by one byte", expect = RejectionReason.FILE_DAMAGED)
  static void volumeTruncated(Forge forge) {
    forge.folder(files -> files.computeIfPresent(DATA, (name, bytes) -> Edit.cut(1).apply(bytes)));
  }

  @Attack(value = "a volume without bytes", expect = RejectionReason.FILE_DAMAGED)
  static void volumeEmpty(Forge forge) {
    forge.folder(files -> files.computeIfPresent(DATA, (name, bytes) -> new byte[0]));
  }

  @Attack(value = "a volume longer by one byte", expect = RejectionReason.FILE_DAMAGED)
  static void volumeExtended(Forge forge) {
    forge.folder(
        files -> files.computeIfPresent(DATA, (name, bytes) -> Edit.append((byte) 0).apply(bytes)));
  }

  @Attack(value = "the content of two volumes exchanged", expect = RejectionReason.FILE_DAMAGED)
  static void volumesSwapped(Forge forge) {
    forge.folder(files -> files.put(DATA, files.put(INDEX, files.get(DATA))));
  }

  @Attack(
      value = "a volume of another bundle of the same pairing",
      expect = RejectionReason.FILE_DAMAGED)
  static void volumeOfAnotherBundle(Forge forge) {
    forge.folder(files -> files.put(DATA, forge.another().get(DATA)));
  }

  @Attack(value = "a volume is missing", expect = RejectionReason.FILE_MISSING)
  static void volumeMissing(Forge forge) {
    forge.folder(files -> files.remove(DATA));
  }

  @Attack(value = "a volume that nobody listed", expect = RejectionReason.UNDECLARED_FILE)
  static void volumeUndeclared(Forge forge) {
    forge.folder(files -> files.put("data-0002.tar.zst.age", files.get(DATA)));
  }

  @Attack(value = "a plain volume that nobody listed", expect = RejectionReason.UNDECLARED_FILE)
  static void volumeOfOtherModeUndeclared(Forge forge) {
    forge.folder(files -> files.put("data-0001.tar", new byte[1024]));
  }

  @Attack(value = "a file that is not the format's", expect = RejectionReason.UNDECLARED_FILE)
  static void fileUndeclared(Forge forge) {
    forge.folder(files -> files.put("autorun.inf", ZstdBytes.latin("[autorun]")));
  }

  @Attack(value = "a hidden file", expect = RejectionReason.UNDECLARED_FILE)
  static void fileHidden(Forge forge) {
    forge.folder(files -> files.put(".profile", ZstdBytes.latin("x")));
  }

  @Attack(
      value = "a second manifest whose name differs in case only",
      expect = RejectionReason.UNDECLARED_FILE,
      kept = false)
  static void fileWithCaseClash(Forge forge) {
    forge.folder(files -> files.put("MANIFEST.JSON", files.get(Sums.MANIFEST)));
  }

  @Attack(value = "a volume with five digits", expect = RejectionReason.UNDECLARED_FILE)
  static void fileWithNumberTooLong(Forge forge) {
    forge.folder(files -> files.put("data-00001.tar.zst.age", files.get(DATA)));
  }

  @Attack(value = "one bit of the instructions flipped", expect = RejectionReason.FILE_DAMAGED)
  static void instructionsFlipped(Forge forge) {
    forge.folder(
        files ->
            files.computeIfPresent(Sums.HOW_TO_OPEN, (name, bytes) -> Edit.flip(9).apply(bytes)));
  }

  @Attack(value = "the instructions are missing", expect = RejectionReason.FILE_MISSING)
  static void instructionsMissing(Forge forge) {
    forge.folder(files -> files.remove(Sums.HOW_TO_OPEN));
  }

  @Attack(
      value = "nothing but volumes, as an export leaves that was cut off",
      expect = RejectionReason.NOT_A_BUNDLE)
  static void folderOfVolumesOnly(Forge forge) {
    forge.folder(files -> files.keySet().retainAll(Set.of(INDEX, DATA)));
  }

  @Attack(
      value = "the manifest declares a volume shorter than it is",
      expect = RejectionReason.FILE_DAMAGED)
  static void bytesTooSmall(Forge forge) {
    forge.manifest(Edit.replacePattern("\"bytes\":[0-9]+", "\"bytes\":300"));
  }

  @Attack(
      value = "the manifest declares a volume longer than it is",
      expect = RejectionReason.FILE_DAMAGED)
  static void bytesTooLarge(Forge forge) {
    forge.manifest(Edit.replacePattern("\"bytes\":[0-9]+", "\"bytes\":300000"));
  }
}
