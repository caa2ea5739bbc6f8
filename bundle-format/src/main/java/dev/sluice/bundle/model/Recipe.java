package dev.sluice.bundle.model;

import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Fields;
import dev.sluice.canonical.Json;
import dev.sluice.canonical.NotCanonicalException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the recipient makes a blob out of earlier ones that it holds, the <em>bases</em>, and of
 * bytes that the bundle brings, the <em>fresh</em> ones. The digest of the whole blob decides
 * whether it came out right.
 *
 * <p>No byte of a base is used twice, so a blob is never longer than its bases and what travels.
 *
 * @param blob digest of the blob to make
 * @param bytes its length, the sum of the pieces
 * @param fresh name of the entry with the fresh bytes, which the pieces use up in order
 * @param pieces what to join, in order
 */
public record Recipe(Digest blob, long bytes, Optional<Digest> fresh, List<Piece> pieces) {
  /** Pieces of one recipe at most. */
  public static final int MOST_PIECES = 10_000;

  /** Different bases of one recipe at most. */
  public static final int MOST_BASES = 16;

  /** Part of a blob to make. */
  public sealed interface Piece {
    /** Its length, at least 1. */
    long bytes();

    /** The one piece that this and {@code next} are, if nothing lies between them. */
    Optional<Piece> joined(Piece next);
  }

  /** {@code bytes} bytes of {@code base}, from {@code offset} on. */
  public record Held(Digest base, long offset, long bytes) implements Piece {
    /** Where the range ends. */
    public long end() {
      return offset + bytes;
    }

    @Override
    public Optional<Piece> joined(Piece next) {
      return next instanceof Held following
              && base.equals(following.base)
              && end() == following.offset
          ? Optional.of(new Held(base, offset, bytes + following.bytes))
          : Optional.empty();
    }
  }

  /** The next {@code bytes} of the fresh ones. */
  public record Fresh(long bytes) implements Piece {
    @Override
    public Optional<Piece> joined(Piece next) {
      return next instanceof Fresh
          ? Optional.of(new Fresh(bytes + next.bytes()))
          : Optional.empty();
    }
  }

  public Recipe {
    pieces = List.copyOf(pieces);
  }

  /** The bases, in order of their first use. */
  public Set<Digest> bases() {
    var bases = new LinkedHashSet<Digest>();
    for (Piece piece : pieces) {
      if (piece instanceof Held held) {
        bases.add(held.base());
      }
    }
    return bases;
  }

  /** How many bytes of the blob travel. */
  public long freshBytes() {
    return pieces.stream().filter(Fresh.class::isInstance).mapToLong(Piece::bytes).sum();
  }

  /** The recipe as it stands in the table of contents. */
  public Json toJson() {
    var json = Json.object().put("blob", blob).put("bytes", bytes);
    fresh.ifPresent(entry -> json.put("fresh", entry));
    return json.put("pieces", Json.array(pieces.stream().map(Recipe::pieceJson).toList())).build();
  }

  private static Json pieceJson(Piece piece) {
    var json = Json.object().put("bytes", piece.bytes());
    if (piece instanceof Held held) {
      json.put("base", held.base()).put("offset", held.offset());
    }
    return json.build();
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws NotCanonicalException for a recipe that breaks a rule of its own
   */
  static Recipe fromJson(Json json, BundleLimits limits) throws NotCanonicalException {
    Fields fields = Fields.of("contents.recipes", json);
    var pieces = new ArrayList<Piece>();
    for (Json piece : fields.array("pieces", MOST_PIECES)) {
      pieces.add(piece(Fields.of("contents.recipes.pieces", piece), limits));
    }
    Optional<Digest> fresh =
        fields.has("fresh") ? Optional.of(fields.digest("fresh")) : Optional.empty();
    var recipe =
        new Recipe(
            fields.digest("blob"), fields.integer("bytes", 1, limits.tarBytes()), fresh, pieces);
    fields.end();
    RecipeForm.check(recipe);
    return recipe;
  }

  private static Piece piece(Fields fields, BundleLimits limits) throws NotCanonicalException {
    long bytes = fields.integer("bytes", 1, limits.tarBytes());
    Piece piece =
        fields.has("base")
            ? new Held(fields.digest("base"), fields.integer("offset", 0, limits.tarBytes()), bytes)
            : new Fresh(bytes);
    fields.end();
    return piece;
  }
}
