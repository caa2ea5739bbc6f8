package dev.sluice.datasite;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.NotCanonicalException;
import dev.sluice.state.ObjectId;
import dev.sluice.state.share.Document;
import dev.sluice.state.store.Peer;
import dev.sluice.state.store.StoreView;
import java.util.Optional;

/** Which parts of an object are in a feed already. */
final class SentParts {
  private SentParts() {}

  /** Whether the newest version in some peer's feed holds the part. */
  static boolean holds(StoreView view, ObjectId object, String part) {
    for (Peer peer : view.peers()) {
      Optional<Digest> sent = view.peer(peer.name()).sent(object);
      if (sent.flatMap(view::document).filter(bytes -> holds(bytes, part)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(byte[] document, String part) {
    try {
      return Document.parse(document).parts().containsKey(part);
    } catch (NotCanonicalException e) {
      throw new IllegalStateException("the store holds a document that is none", e);
    }
  }
}
