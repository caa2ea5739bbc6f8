package dev.sluice.crash;

import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/**
 * Which of the changes that nobody made durable a power cut spares.
 *
 * @param names whether one given or removed name is spared; asked for each
 * @param bytes how many bytes of a write of so many are
 * @param emptiesRenamed whether a file that was not synced after its renaming is found empty, as on
 *     FAT
 */
record PowerCut(BooleanSupplier names, IntUnaryOperator bytes, boolean emptiesRenamed) {
  private static final int SECTOR = 512;

  static final PowerCut SPARES_ALL = new PowerCut(() -> true, length -> length, false);
  static final PowerCut SPARES_NOTHING = new PowerCut(() -> false, length -> 0, false);
  static final PowerCut SPARES_NAMES = new PowerCut(() -> true, length -> 0, false);
  static final PowerCut SPARES_BYTES = new PowerCut(() -> false, length -> length, false);
  static final PowerCut ON_FAT = new PowerCut(() -> true, length -> length, true);

  /** Spares each change or not, and of a write some whole sectors. */
  static PowerCut by(Random random) {
    return new PowerCut(
        random::nextBoolean,
        length ->
            random.nextBoolean()
                ? length
                : Math.min(length, SECTOR * random.nextInt(1 + length / SECTOR)),
        random.nextInt(4) == 0);
  }

  boolean nameSurvives() {
    return names.getAsBoolean();
  }

  int survivingBytes(int length) {
    return bytes.applyAsInt(length);
  }
}
