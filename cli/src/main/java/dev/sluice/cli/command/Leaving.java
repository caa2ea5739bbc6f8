package dev.sluice.cli.command;

import dev.sluice.api.Disclosure;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.DataSize;
import dev.sluice.cli.view.BatchWords;
import dev.sluice.cli.view.Names;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** What leaves when private items do: the items, and what their batches hold besides. */
record Leaving(Disclosure.Proposal proposal, Names names) {
  /** The changes that go along, batch by batch; said before anything is approved. */
  List<SafeText> alongside() {
    var lines = new ArrayList<SafeText>();
    if (proposal.batches().isEmpty()) {
      lines.add(SafeText.literal("Nothing else leaves with it: the rest of its batch was sent."));
    }
    for (ListedBatch batch : proposal.batches()) {
      List<ObjectDiff> others = proposal.alongside(batch);
      lines.add(
          SafeText.sentence(
              others.isEmpty()
                  ? "This approves {}, to {}. Nothing else leaves with it."
                  : "This approves {}, to {}. With it leave:",
              BatchWords.name(batch, names),
              batch.peer()));
      for (ObjectDiff object : others) {
        lines.add(
            SafeText.sentence(
                "  {} {}, {}{}",
                object.kind(),
                names.of(object.id()),
                object.status(),
                shared(batch, object)));
      }
    }
    return lines;
  }

  private static String shared(ListedBatch batch, ObjectDiff object) {
    return batch.privateItems().stream()
        .filter(item -> item.object().equals(object.id()))
        .filter(item -> item.state() == PrivateItem.State.SHARED)
        .map(item -> ", with its " + item.item() + ", shared before")
        .reduce("", String::concat);
  }

  /** How large an item is; a field is not measured. */
  static String size(PrivateItem item) {
    return item.bytes() < 0 ? "one value" : DataSize.text(item.bytes());
  }

  /** The items, as programs read them. */
  static Json items(List<PrivateItem> items) {
    return Json.array(
        items.stream()
            .map(
                item ->
                    (Json)
                        Json.object()
                            .put("id", item.object().text())
                            .put("type", item.kind())
                            .put("item", item.item())
                            .put("sha256", item.content())
                            .build())
            .toList());
  }

  /** The batches that were approved, and what of each leaves besides the items. */
  Json batches(Disclosure.Done done) {
    var batches = new ArrayList<Json>();
    for (ListedBatch batch : done.batches()) {
      batches.add(
          Json.object()
              .put("id", batch.root().text())
              .put("type", batch.kind().name())
              .put("peer", batch.peer())
              .put("digest", batch.id())
              .put("alongside", alongside(batch))
              .build());
    }
    return Json.array(batches);
  }

  private Json alongside(ListedBatch batch) {
    return Json.array(
        proposal.alongside(batch).stream()
            .map(
                object ->
                    (Json)
                        Json.object()
                            .put("id", object.id().text())
                            .put("type", object.kind())
                            .put("status", object.status().toString())
                            .build())
            .toList());
  }

  /** What was approved and what comes next. */
  static List<SafeText> approved(Disclosure.Done done, Names names) {
    return done.batches().stream()
        .map(
            batch ->
                SafeText.sentence(
                    "Approved {} {} as it now is. Next: sluice export --to {} --out DIR",
                    batch.kind().name(),
                    names.of(batch.root()),
                    batch.peer()))
        .toList();
  }
}
