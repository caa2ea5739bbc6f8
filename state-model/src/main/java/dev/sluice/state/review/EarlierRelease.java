package dev.sluice.state.review;

import dev.sluice.state.ObjectId;
import dev.sluice.state.PartRef;
import dev.sluice.state.store.Release;

/**
 * A part that was released before, and may tell together with a new one what neither tells alone.
 *
 * @param object whose part it is
 * @param kind name of that object's kind
 * @param part name of the part
 * @param content what was released
 * @param request name of the request it answered; untrusted text
 * @param owner e-mail of whom it was released to; untrusted text
 * @param kinship what it has to do with the new one
 * @param release who gave it and why
 */
public record EarlierRelease(
    ObjectId object,
    String kind,
    String part,
    PartRef content,
    String request,
    String owner,
    Kinship kinship,
    Release release) {
  /** What two releases have in common. */
  public enum Kinship {
    SAME_REQUEST("same request"),
    /** Another request that used one of the same files. */
    SAME_DATA("same data");

    private final String words;

    Kinship(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
