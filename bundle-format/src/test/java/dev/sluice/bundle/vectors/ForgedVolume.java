package dev.sluice.bundle.vectors;

import dev.sluice.bundle.age.AgeForge;
import dev.sluice.bundle.age.AgeRecipient;
import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.PayloadMode;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.model.VolumeName;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One volume in the making; each layer can be bent before the next is laid around it. */
final class ForgedVolume {
  /** Takes the compressed archive into an encrypted file. */
  interface Sealing {
    byte[] seal(byte[] plain, AgeRecipient recipient, SecureRandom random);
  }

  final VolumeName name;
  final Map<EntryName, byte[]> items = new LinkedHashMap<>();
  private UnaryOperator<byte[]> mark = bytes -> bytes;
  private Consumer<List<byte[]>> entries = list -> {};
  private UnaryOperator<byte[]> tar = bytes -> bytes;
  private UnaryOperator<byte[]> zstd = ZstdBytes::frame;
  private Sealing sealing =
      (plain, recipient, random) -> new AgeForge(random).to(recipient).seal(plain);
  private UnaryOperator<byte[]> file = bytes -> bytes;
  private Volume line;

  ForgedVolume(VolumeName name) {
    this.name = name;
  }

  /** Bends the first entry's content: the table of contents, or the volume's mark. */
  ForgedVolume mark(UnaryOperator<byte[]> edit) {
    mark = edit;
    return this;
  }

  /** Bends the list of archive entries, the first entry included. */
  ForgedVolume entries(Consumer<List<byte[]>> edit) {
    entries = edit;
    return this;
  }

  /** Bends one archive entry. */
  ForgedVolume entry(int place, UnaryOperator<byte[]> edit) {
    return entries(list -> list.set(place, edit.apply(list.get(place))));
  }

  /** Bends the whole archive. */
  ForgedVolume tar(UnaryOperator<byte[]> edit) {
    tar = edit;
    return this;
  }

  /** Compresses in another way. */
  ForgedVolume zstd(UnaryOperator<byte[]> compression) {
    zstd = compression;
    return this;
  }

  /** Encrypts in another way. */
  ForgedVolume sealing(Sealing other) {
    sealing = other;
    return this;
  }

  /** Bends the finished file; sums and sizes are taken after that. */
  ForgedVolume file(UnaryOperator<byte[]> edit) {
    file = edit;
    return this;
  }

  /** The finished file; after that {@link #line} is its line of the manifest. */
  byte[] make(byte[] firstContent, AgeRecipient recipient, SecureRandom random) {
    boolean table = name.role() == VolumeName.Role.INDEX && name.number() == 1;
    var list = new ArrayList<byte[]>();
    String first = table ? EntryName.CONTENTS : EntryName.VOLUME;
    list.add(TarBytes.file(first, mark.apply(firstContent)));
    items.forEach((item, content) -> list.add(TarBytes.file(item.text(), content)));
    entries.accept(list);
    byte[] archive = tar.apply(TarBytes.archive(list));
    byte[] made = file.apply(packed(archive, recipient, random));
    line = new Volume(name, made.length, archive.length, list.size());
    return made;
  }

  Volume line() {
    return line;
  }

  private byte[] packed(byte[] archive, AgeRecipient recipient, SecureRandom random) {
    return name.mode() == PayloadMode.PLAIN
        ? archive
        : sealing.seal(zstd.apply(archive), recipient, random);
  }
}
