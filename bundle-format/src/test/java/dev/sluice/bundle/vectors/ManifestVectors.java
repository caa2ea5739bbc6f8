package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.model.Sums;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** manifest.json, what may be known without a key. */
final class ManifestVectors {
  private ManifestVectors() {}

  @Attack(
      value = "one bit of the manifest flipped after signing",
      expect = RejectionReason.FILE_DAMAGED)
  static void manifestFlipped(Forge forge) {
    forge.folder(
        files ->
            files.computeIfPresent(Sums.MANIFEST, (name, bytes) -> Edit.flip(40).apply(bytes)));
  }

  @Attack(
      value = "the manifest of another bundle of the same sender",
      expect = RejectionReason.FILE_DAMAGED)
  static void manifestOfAnotherBundle(Forge forge) {
    forge.folder(files -> files.put(Sums.MANIFEST, forge.another().get(Sums.MANIFEST)));
  }

  @Attack(value = "the manifest is missing", expect = RejectionReason.FILE_MISSING)
  static void manifestMissing(Forge forge) {
    forge.folder(files -> files.remove(Sums.MANIFEST));
  }

  @Attack(value = "more than 1 MiB", expect = RejectionReason.LIMIT, kept = false)
  static void manifestTooLong(Forge forge) {
    forge.folder(files -> files.put(Sums.MANIFEST, new byte[(1 << 20) + 1]));
  }

  @Attack(value = "parity of another length", expect = RejectionReason.MANIFEST_FORM)
  static void parityLength(Forge forge) {
    forge.manifest(withParity(1, 7, 0));
  }

  @Attack(
      value = "parity that begins with number 2",
      expect = RejectionReason.MANIFEST_FORM,
      note = "the number decides the factors with which a lost volume is rebuilt")
  static void parityNumber(Forge forge) {
    forge.manifest(withParity(2, 0, 0));
  }

  @Attack(value = "parity that claims to unpack", expect = RejectionReason.MANIFEST_FORM)
  static void parityEntries(Forge forge) {
    forge.manifest(withParity(1, 0, 3));
  }

  /** Adds a parity volume at the end of the list. */
  private static UnaryOperator<String> withParity(int number, int longer, int entries) {
    return text -> {
      long longest =
          Pattern.compile("\"bytes\":([0-9]+)")
              .matcher(text)
              .results()
              .mapToLong(match -> Long.parseLong(match.group(1)))
              .max()
              .orElseThrow();
      String parity =
          ",{\"bytes\":%d,\"entries\":%d,\"name\":\"parity-%04d.rs\",\"tar\":0}]"
              .formatted(longest + longer, entries, number);
      return Edit.replacePattern("(\"files\":\\[[^\\]]*)\\]", "$1" + parity).apply(text);
    };
  }

  @Attack(
      value = "a newer format, with a field of its own",
      expect = RejectionReason.UNKNOWN_FORMAT)
  static void formatNewer(Forge forge) {
    forge.manifest(
        text ->
            Edit.field("\"zeal\":1")
                .apply(Edit.replace("sluice-bundle/1", "sluice-bundle/2").apply(text)));
  }

  @Attack(value = "the format of another program", expect = RejectionReason.UNKNOWN_FORMAT)
  static void formatUnknown(Forge forge) {
    forge.manifest(Edit.replace("sluice-bundle/1", "bagit/1"));
  }

  @Attack(value = "a field that the format does not know", expect = RejectionReason.MANIFEST_FORM)
  static void manifestUnknownField(Forge forge) {
    forge.manifest(Edit.field("\"zeal\":1"));
  }

  @Attack(value = "a field is missing", expect = RejectionReason.MANIFEST_FORM)
  static void manifestFieldMissing(Forge forge) {
    forge.manifest(Edit.replacePattern(",\"expires\":\"[^\"]*\"", ""));
  }

  @Attack(
      value = "a key twice",
      expect = RejectionReason.MANIFEST_FORM,
      note = "readers differ on which one counts")
  static void manifestDuplicateKey(Forge forge) {
    forge.manifest(Edit.replace("{\"bundle\"", "{\"bundle\":\"00\",\"bundle\""));
  }

  @Attack(value = "keys in another order", expect = RejectionReason.MANIFEST_FORM)
  static void manifestKeysUnsorted(Forge forge) {
    forge.manifest(Edit.replacePattern(",(\"kind\":[^,]*),(\"pairing\":[^,]*)", ",$2,$1"));
  }

  @Attack(value = "a space after a colon", expect = RejectionReason.MANIFEST_FORM)
  static void manifestWhiteSpace(Forge forge) {
    forge.manifest(Edit.replace("\"kind\":", "\"kind\": "));
  }

  @Attack(value = "a line feed at the end", expect = RejectionReason.MANIFEST_FORM)
  static void manifestLastLineFeed(Forge forge) {
    forge.manifest(text -> text + "\n");
  }

  @Attack(value = "text after the end", expect = RejectionReason.MANIFEST_FORM)
  static void manifestTrailingText(Forge forge) {
    forge.manifest(text -> text + "{}");
  }

  @Attack(value = "a byte-order mark", expect = RejectionReason.MANIFEST_FORM)
  static void manifestByteOrderMark(Forge forge) {
    forge.manifest(text -> "\u00ef\u00bb\u00bf" + text);
  }

  @Attack(value = "an overlong slash", expect = RejectionReason.MANIFEST_FORM)
  static void manifestInvalidUtf8(Forge forge) {
    forge.manifest(Edit.replace("sluice-bundle/", "sluice-bundle\u00c0\u00af"));
  }

  @Attack(value = "an escaped half of a surrogate pair", expect = RejectionReason.MANIFEST_FORM)
  static void manifestLoneSurrogate(Forge forge) {
    forge.manifest(Edit.replace("\"delta\"", "\"delta\\ud800\""));
  }

  @Attack(value = "a needless escape", expect = RejectionReason.MANIFEST_FORM)
  static void manifestEscapedSlash(Forge forge) {
    forge.manifest(Edit.replace("sluice-bundle/1", "sluice-bundle\\/1"));
  }

  @Attack(value = "null", expect = RejectionReason.MANIFEST_FORM)
  static void manifestNull(Forge forge) {
    forge.manifest(Edit.replacePattern("\"sequence\":1", "\"sequence\":null"));
  }

  @Attack(value = "a fraction", expect = RejectionReason.MANIFEST_FORM)
  static void manifestFloat(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":1.0"));
  }

  @Attack(value = "an exponent", expect = RejectionReason.MANIFEST_FORM)
  static void manifestExponent(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":1e0"));
  }

  @Attack(value = "a leading zero", expect = RejectionReason.MANIFEST_FORM)
  static void manifestLeadingZero(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":01"));
  }

  @Attack(value = "a negative zero", expect = RejectionReason.MANIFEST_FORM)
  static void manifestNegativeZero(Forge forge) {
    forge.manifest(Edit.replace("\"stanzas\":1", "\"stanzas\":-0"));
  }

  @Attack(value = "a number of a thousand digits", expect = RejectionReason.MANIFEST_FORM)
  static void manifestLongDigits(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":" + "9".repeat(1000)));
  }

  @Attack(value = "an integer that doubles cannot hold", expect = RejectionReason.MANIFEST_FORM)
  static void manifestIntegerBeyondDoubles(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":9007199254740993"));
  }

  @Attack(value = "a number that is none", expect = RejectionReason.MANIFEST_FORM)
  static void manifestNaN(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":NaN"));
  }

  @Attack(value = "arrays in arrays", expect = RejectionReason.MANIFEST_FORM)
  static void manifestDepth(Forge forge) {
    forge.manifest(
        Edit.replace("\"sequence\":1", "\"sequence\":" + "[".repeat(500) + "]".repeat(500)));
  }

  @Attack(value = "a string of 5000 characters", expect = RejectionReason.MANIFEST_FORM)
  static void manifestLongString(Forge forge) {
    forge.manifest(Edit.replace("\"delta\"", "\"" + "x".repeat(5000) + "\""));
  }

  @Attack(value = "an array", expect = RejectionReason.MANIFEST_FORM)
  static void manifestArray(Forge forge) {
    forge.manifest(text -> "[" + text + "]");
  }

  @Attack(value = "an empty file", expect = RejectionReason.MANIFEST_FORM)
  static void manifestEmpty(Forge forge) {
    forge.manifest(text -> "");
  }

  @Attack(value = "cut in the middle", expect = RejectionReason.MANIFEST_FORM)
  static void manifestTruncated(Forge forge) {
    forge.manifest(text -> text.substring(0, text.length() / 2));
  }

  @Attack(value = "a number in quotes", expect = RejectionReason.MANIFEST_FORM)
  static void manifestStringForNumber(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":\"1\""));
  }

  @Attack(value = "a bundle id in upper case", expect = RejectionReason.MANIFEST_FORM)
  static void manifestBundleUppercase(Forge forge) {
    forge.manifest(
        Edit.replacePattern("\"bundle\":\"[0-9a-f]{32}", "\"bundle\":\"" + "A".repeat(32) + ""));
  }

  @Attack(value = "a digest in upper case", expect = RejectionReason.MANIFEST_FORM)
  static void manifestDigestUppercase(Forge forge) {
    forge.manifest(
        Edit.replacePattern(
            "\"contents\":\"[0-9a-f]{64}", "\"contents\":\"" + "A".repeat(64) + ""));
  }

  @Attack(value = "number zero", expect = RejectionReason.MANIFEST_FORM)
  static void manifestSequenceZero(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":0"));
  }

  @Attack(value = "a negative number", expect = RejectionReason.MANIFEST_FORM)
  static void manifestSequenceNegative(Forge forge) {
    forge.manifest(Edit.replace("\"sequence\":1", "\"sequence\":-1"));
  }

  @Attack(value = "an unknown direction", expect = RejectionReason.MANIFEST_FORM)
  static void manifestUnknownDirection(Forge forge) {
    forge.manifest(Edit.replace("low-to-high", "low-to-low"));
  }

  @Attack(value = "an unknown kind", expect = RejectionReason.MANIFEST_FORM)
  static void manifestUnknownKind(Forge forge) {
    forge.manifest(Edit.replace("\"delta\"", "\"script\""));
  }

  @Attack(value = "an unknown payload", expect = RejectionReason.MANIFEST_FORM)
  static void manifestUnknownPayload(Forge forge) {
    forge.manifest(Edit.replace("\"payload\":\"age\"", "\"payload\":\"gpg\""));
  }

  @Attack(value = "a time with an offset", expect = RejectionReason.MANIFEST_FORM)
  static void manifestTimeWithOffset(Forge forge) {
    forge.manifest(Edit.replace(":00Z", ":00+00:00"));
  }

  @Attack(value = "a day that does not exist", expect = RejectionReason.MANIFEST_FORM)
  static void manifestTimeNotATime(Forge forge) {
    forge.manifest(Edit.replace("2026-03-01", "2026-02-30"));
  }

  @Attack(
      value = "a time with nanoseconds",
      expect = RejectionReason.MANIFEST_FORM,
      note = "whole seconds only: digits are room for a message")
  static void manifestTimeWithFraction(Forge forge) {
    forge.manifest(Edit.replace(":00Z", ":00.123456789Z"));
  }

  @Attack(value = "no volumes", expect = RejectionReason.MANIFEST_FORM)
  static void manifestNoVolumes(Forge forge) {
    forge.manifest(Edit.replacePattern("\"files\":\\[.*\\]", "\"files\":[]"));
  }

  @Attack(value = "4097 volumes", expect = RejectionReason.MANIFEST_FORM, kept = false)
  static void manifestTooManyVolumes(Forge forge) {
    String line = "{\"bytes\":1,\"entries\":1,\"name\":\"data-0002.tar.zst.age\",\"tar\":1},";
    forge.manifest(Edit.replace("[", "[" + line.repeat(4095)));
  }

  @Attack(value = "the same volume twice", expect = RejectionReason.MANIFEST_FORM)
  static void manifestVolumeTwice(Forge forge) {
    forge.manifest(Edit.replacePattern("\\[(\\{.*?\\}),", "[$1,$1,"));
  }

  @Attack(
      value = "a volume name that leads out of the folder",
      expect = RejectionReason.MANIFEST_FORM)
  static void manifestVolumeTraversal(Forge forge) {
    forge.manifest(Edit.replace("data-0001", "../data-0001"));
  }

  @Attack(value = "an absolute volume name", expect = RejectionReason.MANIFEST_FORM)
  static void manifestVolumeAbsolute(Forge forge) {
    forge.manifest(Edit.replace("\"data-0001", "\"/dev/data-0001"));
  }

  @Attack(value = "another volume than in the sums", expect = RejectionReason.MANIFEST_FORM)
  static void manifestOtherVolume(Forge forge) {
    forge.manifest(Edit.replace("data-0001", "data-0002"));
  }

  @Attack(
      value = "the table of contents in the second volume",
      expect = RejectionReason.MANIFEST_FORM)
  static void manifestVolumesReordered(Forge forge) {
    forge.manifest(Edit.replacePattern("\\[(\\{.*?\\}),(\\{.*?\\})\\]", "[$2,$1]"));
  }

  @Attack(value = "an unknown field of a volume", expect = RejectionReason.MANIFEST_FORM)
  static void manifestVolumeUnknownField(Forge forge) {
    forge.manifest(Edit.replace("{\"bytes\"", "{\"body\":1,\"bytes\""));
  }

  @Attack(value = "a negative size", expect = RejectionReason.MANIFEST_FORM)
  static void manifestBytesNegative(Forge forge) {
    forge.manifest(Edit.replace("\"bytes\":", "\"bytes\":-"));
  }

  @Attack(value = "a volume of 4 GiB", expect = RejectionReason.MANIFEST_FORM)
  static void manifestBytesBeyondLimit(Forge forge) {
    forge.manifest(Edit.replacePattern("\"bytes\":[0-9]+", "\"bytes\":4294967296"));
  }

  @Attack(value = "a negative unpacked size", expect = RejectionReason.MANIFEST_FORM)
  static void manifestTarNegative(Forge forge) {
    forge.manifest(Edit.replace("\"tar\":", "\"tar\":-"));
  }

  @Attack(value = "8 PiB unpacked", expect = RejectionReason.MANIFEST_FORM)
  static void manifestTarBeyondLimit(Forge forge) {
    forge.manifest(Edit.replacePattern("\"tar\":[0-9]+", "\"tar\":9007199254740991"));
  }

  @Attack(value = "a volume without entries", expect = RejectionReason.MANIFEST_FORM)
  static void manifestEntriesZero(Forge forge) {
    forge.manifest(Edit.replacePattern("\"entries\":2", "\"entries\":0"));
  }

  @Attack(value = "a billion entries", expect = RejectionReason.MANIFEST_FORM)
  static void manifestEntriesBeyondLimit(Forge forge) {
    forge.manifest(Edit.replacePattern("\"entries\":2", "\"entries\":1000000000"));
  }

  @Attack(
      value = "says plain where the pairing demands age",
      expect = RejectionReason.PAIRING_POLICY)
  static void manifestPlainWherePairingSaysAge(Forge forge) {
    forge.manifest(Edit.replace("\"payload\":\"age\"", "\"payload\":\"plain\""));
  }

  @Attack(value = "declares a second recipient", expect = RejectionReason.PAIRING_POLICY)
  static void manifestTwoStanzas(Forge forge) {
    forge.manifest(Edit.replace("\"stanzas\":1", "\"stanzas\":2"));
  }

  @Attack(value = "declares no recipient", expect = RejectionReason.PAIRING_POLICY)
  static void manifestNoStanzas(Forge forge) {
    forge.manifest(Edit.replace("\"stanzas\":1", "\"stanzas\":0"));
  }

  @Attack(value = "declares 17 recipients", expect = RejectionReason.MANIFEST_FORM)
  static void manifestStanzasBeyondLimit(Forge forge) {
    forge.manifest(Edit.replace("\"stanzas\":1", "\"stanzas\":17"));
  }
}
