package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.RejectionReason;
import java.util.Arrays;
import java.util.Collections;

/** The archive in a volume. */
final class TarVectors {
  private TarVectors() {}

  @Attack(value = "a hard link", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarHardLink(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.typed(entry, '1', "docs/x"));
  }

  @Attack(value = "a symbolic link", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarSymbolicLink(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.typed(entry, '2', "/etc/passwd"));
  }

  @Attack(value = "a character device", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarCharacterDevice(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.typed(entry, '3', ""));
  }

  @Attack(value = "a block device", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarBlockDevice(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.typed(entry, '4', ""));
  }

  @Attack(value = "a folder", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarFolder(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.typed(entry, '5', ""));
  }

  @Attack(value = "a named pipe", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarFifo(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.typed(entry, '6', ""));
  }

  @Attack(value = "a contiguous file", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarContiguous(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "7"));
  }

  @Attack(
      value = "a file of the type of old tar",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarOldType(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "\0"));
  }

  @Attack(value = "a pax header", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarPaxHeader(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "x"));
  }

  @Attack(value = "a global pax header", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarGlobalPaxHeader(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "g"));
  }

  @Attack(value = "a long name of GNU tar", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarGnuLongName(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "L"));
  }

  @Attack(value = "a long link of GNU tar", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarGnuLongLink(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "K"));
  }

  @Attack(
      value = "a sparse file of GNU tar",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarSparse(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "S"));
  }

  @Attack(
      value = "the rest of a file of another volume",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarMultiVolume(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "M"));
  }

  @Attack(value = "a volume label", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarVolumeLabel(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "V"));
  }

  @Attack(
      value = "a type that nobody knows",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarUnknownType(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.TYPE, "Z"));
  }

  @Attack(
      value = "a pax header that renames the next entry",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarPaxPath(Forge forge) {
    forge
        .data()
        .entries(
            list ->
                list.add(
                    1,
                    TarBytes.with(
                        TarBytes.file("blobs/pax", ZstdBytes.latin("20 path=../../passwd\n")),
                        TarBytes.TYPE,
                        "x")));
  }

  @Attack(value = "an executable file", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarExecutable(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.MODE, "0000755 "));
  }

  @Attack(value = "a set-uid file", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarSetUid(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.MODE, "0004644 "));
  }

  @Attack(value = "an owner", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarOwner(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.UID, "0001750 "));
  }

  @Attack(value = "a group", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarGroup(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.GID, "0001750 "));
  }

  @Attack(value = "a time", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarTime(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.MTIME, "14501610700 "));
  }

  @Attack(value = "an owner by name", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarOwnerName(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.UNAME, "root"));
  }

  @Attack(value = "a group by name", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarGroupName(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.GNAME, "wheel"));
  }

  @Attack(value = "a device number", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarDeviceNumber(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.DEVICE, "0000001 "));
  }

  @Attack(value = "a name prefix", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarPrefix(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.PREFIX, "etc"));
  }

  @Attack(
      value = "a link target on a plain file",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarLinkTarget(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.LINK, "/etc/passwd"));
  }

  @Attack(value = "the magic of GNU tar", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarGnuMagic(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.MAGIC, "ustar  \0"));
  }

  @Attack(value = "no magic", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarNoMagic(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.MAGIC, "\0\0\0\0\0\0\0\0"));
  }

  @Attack(
      value = "a size padded with spaces",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarSizeWithSpaces(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.SIZE, "         23 "));
  }

  @Attack(
      value = "a size that is no number",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarSizeNotANumber(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.SIZE, "zzzzzzzzzzz\0"));
  }

  @Attack(
      value = "a negative size in base 256",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarSizeNegative(Forge forge) {
    forge
        .data()
        .entry(
            1,
            entry ->
                TarBytes.with(
                    entry,
                    TarBytes.SIZE,
                    "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"));
  }

  @Attack(value = "a size in base 256", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarSizeInBase256(Forge forge) {
    forge
        .data()
        .entry(1, entry -> TarBytes.with(entry, TarBytes.SIZE, "\u0080\0\0\0\0\0\0\0\0\0\0\u0013"));
  }

  @Attack(
      value = "a size of 2^62 in base 256",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarSizeHuge(Forge forge) {
    forge
        .data()
        .entry(1, entry -> TarBytes.with(entry, TarBytes.SIZE, "\u0080\0\0\0@\0\0\0\0\0\0\0"));
  }

  @Attack(value = "an entry of 8 GiB", expect = RejectionReason.EXPANSION, step = Step.OPEN)
  static void tarSizeBeyondDeclared(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.SIZE, "77777777777 "));
  }

  @Attack(value = "a wrong checksum", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarChecksumWrong(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.raw(entry, TarBytes.CHECKSUM, "000000\0 "));
  }

  @Attack(
      value = "the checksum in another form",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarChecksumOtherForm(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.raw(entry, TarBytes.CHECKSUM + 6, " \0"));
  }

  @Attack(
      value = "bytes after the end of the name",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarHiddenAfterName(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, TarBytes.NAME + 90, "hidden"));
  }

  @Attack(
      value = "bytes where zeros fill up a block",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarHiddenInPadding(Forge forge) {
    forge.data().entry(1, entry -> Edit.flip(-1).apply(entry));
  }

  @Attack(
      value = "bytes at the end of a header",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarHiddenInHeader(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.with(entry, 505, "hidden"));
  }

  @Attack(
      value = "one block of zeros at the end instead of two",
      expect = RejectionReason.EXPANSION,
      step = Step.OPEN)
  static void tarOneEndBlock(Forge forge) {
    forge.data().tar(Edit.cut(512));
  }

  @Attack(
      value = "no blocks of zeros at the end",
      expect = RejectionReason.EXPANSION,
      step = Step.OPEN)
  static void tarNoEndBlocks(Forge forge) {
    forge.data().tar(Edit.cut(1024));
  }

  @Attack(
      value = "a byte in the last block",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarEndBlocksNotZero(Forge forge) {
    forge.data().tar(Edit.flip(-1));
  }

  @Attack(
      value = "an archive that ends in a header",
      expect = RejectionReason.EXPANSION,
      step = Step.OPEN)
  static void tarCutInHeader(Forge forge) {
    forge.data().tar(tar -> Arrays.copyOf(tar, 700));
  }

  @Attack(value = "an archive without a byte", expect = RejectionReason.EXPANSION, step = Step.OPEN)
  static void tarEmpty(Forge forge) {
    forge.data().tar(tar -> new byte[0]);
  }

  @Attack(value = "an entry after the end", expect = RejectionReason.EXPANSION, step = Step.OPEN)
  static void tarDataAfterEnd(Forge forge) {
    forge.data().tar(tar -> ZstdBytes.join(tar, TarBytes.file("blobs/more", new byte[3])));
  }

  @Attack(
      value = "a third block of zeros, declared",
      expect = RejectionReason.EXPANSION,
      step = Step.OPEN)
  static void tarZerosAfterEnd(Forge forge) {
    forge.data().tar(Edit.append(new byte[512]));
  }

  @Attack(
      value = "the manifest declares a shorter archive",
      expect = RejectionReason.EXPANSION,
      step = Step.OPEN)
  static void tarLengthTooSmall(Forge forge) {
    forge.manifest(Edit.replacePattern("\"tar\":[0-9]+", "\"tar\":1024"));
  }

  @Attack(
      value = "the manifest declares a longer archive",
      expect = RejectionReason.EXPANSION,
      step = Step.OPEN)
  static void tarLengthTooLarge(Forge forge) {
    forge.manifest(Edit.replacePattern("\"tar\":[0-9]+", "\"tar\":1048576"));
  }

  @Attack(
      value = "the manifest declares an entry too many",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarMoreEntriesDeclared(Forge forge) {
    forge.manifest(Edit.replace("\"entries\":2", "\"entries\":3"));
  }

  @Attack(
      value = "the manifest declares an entry too few",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void tarFewerEntriesDeclared(Forge forge) {
    forge.manifest(Edit.replace("\"entries\":2", "\"entries\":1"));
  }

  @Attack(
      value = "a name that leads out of the folder",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarNameTraversal(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.named(entry, "../../etc/passwd"));
  }

  @Attack(value = "an absolute name", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void tarNameAbsolute(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.named(entry, "/etc/passwd"));
  }

  @Attack(
      value = "a name with backslashes",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarNameBackslash(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.named(entry, "..\\..\\autoexec"));
  }

  @Attack(value = "an empty name", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void tarNameEmpty(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.named(entry, ""));
  }

  @Attack(
      value = "a digest in upper case",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarNameUppercase(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.named(entry, "blobs/" + "A".repeat(64) + ""));
  }

  @Attack(
      value = "a name that the contents do not list",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarNameUnlisted(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.named(entry, "blobs/" + "0".repeat(64) + ""));
  }

  @Attack(value = "a reserved name", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void tarNameReserved(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.named(entry, "aux"));
  }

  @Attack(value = "an entry twice", expect = RejectionReason.CONTENTS_MISMATCH, step = Step.OPEN)
  static void tarEntryTwice(Forge forge) {
    forge.data().entries(list -> list.add(list.get(1)));
  }

  @Attack(
      value = "an entry that the contents do not list",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarEntryNotListed(Forge forge) {
    forge.data().entries(list -> list.add(TarBytes.file("blobs/" + "0".repeat(64), new byte[3])));
  }

  @Attack(
      value = "a listed entry is missing",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarEntryMissing(Forge forge) {
    forge.data().entries(list -> list.remove(1));
  }

  @Attack(
      value = "a volume that does not begin with its mark",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarMarkMissing(Forge forge) {
    forge.data().entries(list -> list.remove(0));
  }

  @Attack(
      value = "a volume with its mark in second place",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarMarkNotFirst(Forge forge) {
    forge.data().entries(Collections::reverse);
  }

  @Attack(
      value = "the table of contents twice",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarContentsTwice(Forge forge) {
    forge.index().entries(list -> list.add(1, list.get(0)));
  }

  @Attack(
      value = "the first volume does not begin with the table of contents",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarContentsMissing(Forge forge) {
    forge.index().entries(list -> list.remove(0));
  }

  @Attack(
      value = "an entry with other content than its name says",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void tarContentOther(Forge forge) {
    forge.data().entry(1, entry -> TarBytes.raw(entry, TarBytes.BLOCK, "hacked"));
  }
}
