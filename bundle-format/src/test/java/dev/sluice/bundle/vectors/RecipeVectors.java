package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.EntryName;
import dev.sluice.bundle.model.Recipe;
import dev.sluice.bundle.model.Recipe.Fresh;
import dev.sluice.bundle.model.Recipe.Held;
import dev.sluice.bundle.model.Recipe.Piece;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.canonical.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Recipes, by which a recipient makes blobs of those that it has. */
final class RecipeVectors {
  private static final byte[] FRESH = ZstdBytes.latin("fresh");
  private static final Digest BASE = Digest.of(ZstdBytes.latin("base"));
  private static final Digest MADE = Digest.of(ZstdBytes.latin("made"));

  /** The highest digest. */
  private static final Digest SECOND = Digest.finish(highest());

  private RecipeVectors() {}

  @Good("a blob of two ranges of an earlier one with new bytes between them")
  static void goodRecipe(Forge forge) {
    fresh(forge, FRESH);
    forge.recipe(
        freshly(
            20 + FRESH.length,
            new Held(BASE, 100, 10),
            new Fresh(FRESH.length),
            new Held(BASE, 0, 10)));
  }

  @Good("a blob that is a part of an earlier one")
  static void goodRecipeWithoutFresh(Forge forge) {
    with(forge);
  }

  @Good("two blobs that share their new bytes, which come in two pieces")
  static void goodRecipesSharingFresh(Forge forge) {
    EntryName whole = EntryName.fresh(Digest.of(FRESH));
    forge.data().items.put(whole.piece(1), ZstdBytes.latin("fre"));
    forge.data().items.put(whole.piece(2), ZstdBytes.latin("sh"));
    forge.recipe(freshly(8 + FRESH.length, new Held(BASE, 0, 8), new Fresh(FRESH.length)));
    forge.recipe(
        new Recipe(
            SECOND,
            8 + FRESH.length,
            Optional.of(Digest.of(FRESH)),
            List.of(new Fresh(FRESH.length), new Held(BASE, 0, 8))));
  }

  @Attack(
      value = "a recipe uses some bytes of a base twice",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeOverlap(Forge forge) {
    forge.recipe(made(20, held(0, 10), held(9, 10)));
  }

  @Attack(
      value = "a recipe uses the same range twice",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeRangeTwice(Forge forge) {
    forge.recipe(made(20, held(5, 10), held(5, 10)));
  }

  @Attack(
      value = "a recipe that repeats one range until little becomes much",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeAmplified(Forge forge) {
    forge.recipe(made(1L << 40, held(0, 1L << 39), held(0, 1L << 39)));
  }

  @Attack(
      value = "a piece of negative length",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeLengthNegative(Forge forge) {
    with(forge).contents(Edit.replace("\"bytes\":7,\"offset\"", "\"bytes\":-7,\"offset\""));
  }

  @Attack(
      value = "a piece without bytes",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeLengthZero(Forge forge) {
    forge.recipe(made(7, held(0, 7), held(9, 0)));
  }

  @Attack(
      value = "a piece of 2^53-1 bytes",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeLengthHuge(Forge forge) {
    with(forge)
        .contents(Edit.replace("\"bytes\":7,\"offset\"", "\"bytes\":9007199254740991,\"offset\""));
  }

  @Attack(
      value = "a piece that begins before its base",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeOffsetNegative(Forge forge) {
    with(forge).contents(Edit.replace("\"offset\":0", "\"offset\":-1"));
  }

  @Attack(
      value = "a piece that begins at 2^53-1",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeOffsetHuge(Forge forge) {
    with(forge).contents(Edit.replace("\"offset\":0", "\"offset\":9007199254740991"));
  }

  @Attack(
      value = "pieces that do not add up to the blob",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeLengthOther(Forge forge) {
    forge.recipe(made(21, held(0, 10), held(20, 10)));
  }

  @Attack(
      value = "a blob made out of itself",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeOfItself(Forge forge) {
    forge.recipe(new Recipe(MADE, 7, Optional.empty(), List.of(new Held(MADE, 0, 7))));
  }

  @Attack(
      value = "a recipe that builds on a blob of its own bundle",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeOfItsOwnBundle(Forge forge) {
    Digest carried = Digest.of(Forge.BLOB);
    forge.recipe(new Recipe(MADE, 7, Optional.empty(), List.of(new Held(carried, 0, 7))));
  }

  @Attack(
      value = "a recipe that builds on what another one makes",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeOfAnotherRecipe(Forge forge) {
    forge.recipe(made(7, held(0, 7)));
    forge.recipe(new Recipe(SECOND, 7, Optional.empty(), List.of(new Held(MADE, 0, 7))));
  }

  @Attack(
      value = "recipes that make two tebibytes, one more than a bundle may",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipesTooLarge(Forge forge) {
    forge.recipe(made(1L << 40, held(0, 1L << 40)));
    forge.recipe(
        new Recipe(SECOND, 1L << 40, Optional.empty(), List.of(new Held(BASE, 0, 1L << 40))));
  }

  @Attack(
      value = "a recipe of 10,001 pieces",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN,
      kept = false)
  static void recipeOfTooManyPieces(Forge forge) {
    forge.recipe(scattered(MADE, Recipe.MOST_PIECES + 1));
  }

  @Attack(
      value = "recipes of 100,001 pieces together",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN,
      kept = false)
  static void recipesOfTooManyPieces(Forge forge) {
    List<Digest> blobs = new ArrayList<>();
    for (int i = 0; i <= 10; i++) {
      blobs.add(Digest.of(ZstdBytes.latin("made " + i)));
    }
    blobs.sort(null);
    blobs.forEach(blob -> forge.recipe(scattered(blob, 9_091)));
  }

  @Attack(
      value = "a recipe of seventeen bases",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeOfTooManyBases(Forge forge) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      pieces.add(new Held(Digest.of(ZstdBytes.latin("base " + i)), 0, 1));
    }
    forge.recipe(new Recipe(MADE, 17, Optional.empty(), pieces));
  }

  @Attack(
      value = "a recipe without pieces",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeEmpty(Forge forge) {
    with(forge).contents(Edit.replacePattern("\"pieces\":\\[.*?\\]", "\"pieces\":[]"));
  }

  @Attack(
      value = "a recipe without a base, which hides a whole blob",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeWithoutBase(Forge forge) {
    byte[] bytes = FRESH;
    fresh(forge, bytes);
    forge.recipe(
        new Recipe(
            MADE, bytes.length, Optional.of(Digest.of(bytes)), List.of(new Fresh(bytes.length))));
  }

  @Attack(
      value = "two pieces of a base that are one",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeSplitRange(Forge forge) {
    forge.recipe(made(20, held(0, 10), held(10, 10)));
  }

  @Attack(
      value = "two runs of fresh bytes that are one",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeSplitFresh(Forge forge) {
    fresh(forge, FRESH);
    forge.recipe(
        freshly(8 + FRESH.length, new Held(BASE, 0, 8), new Fresh(2), new Fresh(FRESH.length - 2)));
  }

  @Attack(
      value = "fresh bytes that no recipe uses",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void freshUnused(Forge forge) {
    fresh(forge, FRESH);
  }

  @Attack(
      value = "a recipe uses fresh bytes that the bundle does not bring",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void freshMissing(Forge forge) {
    forge.recipe(freshly(8 + FRESH.length, new Held(BASE, 0, 8), new Fresh(FRESH.length)));
  }

  @Attack(
      value = "a recipe uses fewer fresh bytes than the bundle brings",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void freshLeftOver(Forge forge) {
    fresh(forge, FRESH);
    forge.recipe(freshly(9, new Held(BASE, 0, 8), new Fresh(1)));
  }

  @Attack(
      value = "a recipe uses more fresh bytes than the bundle brings",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void freshTooShort(Forge forge) {
    fresh(forge, FRESH);
    forge.recipe(freshly(9 + FRESH.length, new Held(BASE, 0, 8), new Fresh(1 + FRESH.length)));
  }

  @Attack(
      value = "a recipe uses fresh bytes and does not name them",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void freshUnnamed(Forge forge) {
    forge.recipe(made(9, held(0, 8), new Fresh(1)));
  }

  @Attack(
      value = "a recipe names fresh bytes and uses none",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void freshUncalled(Forge forge) {
    fresh(forge, FRESH);
    forge.recipe(freshly(8, new Held(BASE, 0, 8)));
  }

  @Attack(
      value = "fresh bytes are other than their name says",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void freshOther(Forge forge) {
    forge.data().items.put(EntryName.fresh(Digest.of(FRESH)), ZstdBytes.latin("FRESH"));
    forge.recipe(freshly(8 + FRESH.length, new Held(BASE, 0, 8), new Fresh(FRESH.length)));
  }

  @Attack(
      value = "fresh bytes in an index volume",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void freshAmongDocuments(Forge forge) {
    forge.index().items.put(EntryName.fresh(Digest.of(FRESH)), FRESH);
    forge.recipe(freshly(8 + FRESH.length, new Held(BASE, 0, 8), new Fresh(FRESH.length)));
  }

  @Attack(
      value = "a blob is carried and made",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeForCarriedBlob(Forge forge) {
    forge.recipe(
        new Recipe(Digest.of(Forge.BLOB), 7, Optional.empty(), List.of(new Held(BASE, 0, 7))));
  }

  @Attack(
      value = "a blob is made twice",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeTwice(Forge forge) {
    forge.recipe(made(7, held(0, 7)));
    forge.recipe(made(7, held(9, 7)));
  }

  @Attack(
      value = "the recipes in another order",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipesReordered(Forge forge) {
    forge.recipe(new Recipe(SECOND, 7, Optional.empty(), List.of(new Held(BASE, 0, 7))));
    forge.recipe(made(7, held(0, 7)));
  }

  @Attack(
      value = "an unknown field in a recipe",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeUnknownField(Forge forge) {
    with(forge).contents(Edit.replace("\"pieces\":", "\"mode\":\"fast\",\"pieces\":"));
  }

  @Attack(
      value = "a piece with an offset and no base",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipeOffsetWithoutBase(Forge forge) {
    with(forge).contents(Edit.replacePattern("\"base\":\"[0-9a-f]{64}\",", ""));
  }

  @Attack(
      value = "the list of recipes is missing",
      expect = RejectionReason.CONTENTS_MISMATCH,
      step = Step.OPEN)
  static void recipesMissing(Forge forge) {
    forge.contents(Edit.replace("\"recipes\":[],", ""));
  }

  private static byte[] highest() {
    var bytes = new byte[Digest.LENGTH];
    Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }

  private static void fresh(Forge forge, byte[] bytes) {
    forge.data().items.put(EntryName.fresh(Digest.of(bytes)), bytes);
  }

  private static Forge with(Forge forge) {
    return forge.recipe(made(7, held(0, 7)));
  }

  private static Held held(long offset, long bytes) {
    return new Held(BASE, offset, bytes);
  }

  private static Recipe made(long bytes, Piece... pieces) {
    return new Recipe(MADE, bytes, Optional.empty(), List.of(pieces));
  }

  private static Recipe freshly(long bytes, Piece... pieces) {
    return new Recipe(MADE, bytes, Optional.of(Digest.of(FRESH)), List.of(pieces));
  }

  /** A recipe of {@code count} single bytes that lie apart. */
  private static Recipe scattered(Digest blob, int count) {
    var pieces = new ArrayList<Piece>();
    for (int i = 0; i < count; i++) {
      pieces.add(held(2L * i, 1));
    }
    return new Recipe(blob, count, Optional.empty(), pieces);
  }
}
