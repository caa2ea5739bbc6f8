package dev.sluice.web.page;

import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.share.Document;

/** What people call objects. */
final class Titles {
  private static final Kinds KINDS = Kinds.builtIn();

  private Titles() {}

  /** The title of an object; untrusted text, empty if it has none. */
  static String of(Document document) {
    return ListedBatch.titleOf(document, KINDS);
  }
}
