package dev.sluice.cli.view;

import dev.sluice.state.Side;
import dev.sluice.state.diff.Status;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.text.SafeText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do about a batch that collides with an edit made here. */
public final class Conflicts {
  private Conflicts() {}

  /**
   * The steps that end the conflict of {@code batch}. The side that owns what collides resolves it;
   * the other one waits, unless somebody there insists.
   */
  public static List<SafeText> waysOut(ListedBatch batch, Kinds kinds, Side here, Names names) {
    SafeText resolve =
        SafeText.sentence("sluice approve {} --take incoming|mine", names.of(batch.root()));
    if (owners(batch, kinds).contains(here)) {
      return List.of(SafeText.literal("say whose version counts: ").plus(resolve));
    }
    return List.of(
        SafeText.sentence("waiting for the {} side, which owns what collides", here.other()),
        SafeText.literal("to resolve it here all the same: ").plus(resolve));
  }

  private static Set<Side> owners(ListedBatch batch, Kinds kinds) {
    return batch.diff().objects().stream()
        .filter(object -> object.status() == Status.CONFLICT)
        .flatMap(object -> kinds.kind(object.kind()).stream())
        .map(Kind::owner)
        .collect(Collectors.toSet());
  }
}
