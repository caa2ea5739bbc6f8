package dev.sluice.datasite;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreView;
import java.util.Optional;

/** Which private items of an object are in a feed already. */
final class SentItems {
  private SentItems() {}

  /**
   * Whether the newest version in some peer's feed holds the item.
   *
   * @param item see {@link SharedForm#partItem}
   */
  static boolean holds(StoreView view, ObjectId object, String item) {
    for (Peer peer : view.peers()) {
      Optional<Digest> sent = view.peer(peer.name()).sent(object);
      if (sent.flatMap(view::document).filter(bytes -> holds(bytes, item)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(byte[] document, String item) {
    try {
      Document sent = Document.parse(document);
      return sent.parts().keySet().stream().map(SharedForm::partItem).anyMatch(item::equals)
          || sent.fields().keySet().stream().map(SharedForm::fieldItem).anyMatch(item::equals);
    } catch (NotCanonicalException e) {
      throw new IllegalStateException("the store holds a document that is none", e);
    }
  }
}
