package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.RejectionReason;
import java.util.Arrays;

/** The compression of a volume. */
final class ZstdVectors {
  private ZstdVectors() {}

  @Attack(value = "a window of 16 MiB", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void zstdWindowTooLarge(Forge forge) {
    forge.data().zstd(tar -> ZstdBytes.join(ZstdBytes.header(14), ZstdBytes.blocks(tar)));
  }

  @Attack(
      value = "a window of 2 GiB",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN,
      note = "memory for whoever believes it")
  static void zstdWindowHuge(Forge forge) {
    forge.data().zstd(tar -> ZstdBytes.join(ZstdBytes.header(21), ZstdBytes.blocks(tar)));
  }

  @Attack(
      value = "a frame that asks for a dictionary",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdDictionary(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.bytes(0x28, 0xb5, 0x2f, 0xfd, 1, 0x50, 7), ZstdBytes.blocks(tar)));
  }

  @Attack(
      value = "a skippable frame with content before the archive",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN,
      note = "zstd skips it: room for bytes that nobody looks at")
  static void zstdSkippableFirst(Forge forge) {
    forge.data().zstd(tar -> ZstdBytes.join(ZstdBytes.skippable("hidden"), ZstdBytes.frame(tar)));
  }

  @Attack(
      value = "a skippable frame with content after the archive",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdSkippableLast(Forge forge) {
    forge.data().zstd(tar -> ZstdBytes.join(ZstdBytes.frame(tar), ZstdBytes.skippable("hidden")));
  }

  @Attack(
      value = "a skippable frame between two halves of the archive",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdSkippableBetween(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.frame(Arrays.copyOf(tar, 512)),
                    ZstdBytes.skippable("hidden"),
                    ZstdBytes.frame(Arrays.copyOfRange(tar, 512, tar.length))));
  }

  @Attack(value = "a frame of zstd 0.7", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void zstdLegacyFrame(Forge forge) {
    forge
        .data()
        .zstd(tar -> ZstdBytes.join(ZstdBytes.bytes(0x27, 0xb5, 0x2f, 0xfd), ZstdBytes.frame(tar)));
  }

  @Attack(
      value = "a frame without its last byte",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdTruncated(Forge forge) {
    forge.data().zstd(tar -> Edit.cut(1).apply(ZstdBytes.frame(tar)));
  }

  @Attack(
      value = "a frame whose last block is not marked so",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdLastBlockMissing(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.header(10), ZstdBytes.blockHeader(false, 0, tar.length), tar));
  }

  @Attack(
      value = "bytes after the last frame",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdTrailingBytes(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                Edit.append((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5)
                    .apply(ZstdBytes.frame(tar)));
  }

  @Attack(
      value = "a block of the reserved type",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdReservedBlock(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.header(10), ZstdBytes.blockHeader(true, 3, tar.length), tar));
  }

  @Attack(
      value = "the reserved bit of the frame set",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdReservedBit(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.bytes(0x28, 0xb5, 0x2f, 0xfd, 8, 0x50), ZstdBytes.blocks(tar)));
  }

  @Attack(
      value = "a block of more than 128 KiB",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdBlockTooLarge(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.header(10),
                    ZstdBytes.blockHeader(true, 1, 1 << 18),
                    ZstdBytes.bytes(0)));
  }

  @Attack(
      value = "a frame that declares another size",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdContentSizeLies(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.bytes(0x28, 0xb5, 0x2f, 0xfd, 0x80, 0x50, 1, 0, 0, 0),
                    ZstdBytes.blocks(tar)));
  }

  @Attack(
      value = "a frame with a wrong checksum",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdChecksumWrong(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.bytes(0x28, 0xb5, 0x2f, 0xfd, 4, 0x50),
                    ZstdBytes.blocks(tar),
                    new byte[4]));
  }

  @Attack(
      value = "the bare archive, not compressed",
      expect = RejectionReason.VOLUME_FORM,
      step = Step.OPEN)
  static void zstdNot(Forge forge) {
    forge.data().zstd(tar -> tar);
  }

  @Attack(value = "another compression", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void zstdGzip(Forge forge) {
    forge
        .data()
        .zstd(tar -> ZstdBytes.join(ZstdBytes.bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), tar));
  }

  @Attack(
      value = "an entry of 256 MiB in 8 KiB, declared as small",
      expect = RejectionReason.EXPANSION,
      step = Step.OPEN)
  static void zstdBombInEntry(Forge forge) {
    forge
        .data()
        .zstd(
            tar ->
                ZstdBytes.join(
                    ZstdBytes.frame(
                        TarBytes.with(Arrays.copyOf(tar, 512), TarBytes.SIZE, "02000000000 ")),
                    ZstdBytes.zeros(2048)));
  }

  @Attack(
      value = "256 MiB of zeros after the archive",
      expect = RejectionReason.EXPANSION,
      step = Step.OPEN)
  static void zstdBombAfterEnd(Forge forge) {
    forge.data().zstd(tar -> ZstdBytes.join(ZstdBytes.frame(tar), ZstdBytes.zeros(2048)));
  }

  @Attack(value = "nothing but zeros", expect = RejectionReason.VOLUME_FORM, step = Step.OPEN)
  static void zstdBombAtOnce(Forge forge) {
    forge.data().zstd(tar -> ZstdBytes.zeros(2048));
  }
}
