package dev.sluice.bundle.model;

import dev.sluice.canonical.NotCanonicalException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules for the list of entries as a whole: documents in index volumes, all else in data
 * volumes, nothing twice, and the pieces of an item together, from 1, without a gap.
 */
final class EntryOrder {
  private final Set<EntryName> seen = new HashSet<>();

  private EntryOrder() {}

  static void check(List<Contents.Entry> entries) throws NotCanonicalException {
    var order = new EntryOrder();
    for (int i = 0; i < entries.size(); i++) {
      Contents.Entry entry = entries.get(i);
      boolean document = entry.name().type() == EntryName.Type.DOCUMENT;
      if (document != (entry.volume().role() == VolumeName.Role.INDEX)) {
        throw new NotCanonicalException("an entry is listed in a volume of the other role");
      }
      if (entry.name().part() > 1) {
        requirePredecessor(entry.name(), i == 0 ? entry.name() : entries.get(i - 1).name());
      } else {
        order.requireFirst(entry.name());
      }
    }
  }

  private void requireFirst(EntryName name) throws NotCanonicalException {
    if (!seen.add(name.piece(0))) {
      throw new NotCanonicalException("an entry is listed twice");
    }
  }

  private static void requirePredecessor(EntryName name, EntryName before)
      throws NotCanonicalException {
    if (!before.equals(name.piece(name.part() - 1))) {
      throw new NotCanonicalException("the pieces of a blob are not in order");
    }
  }
}
