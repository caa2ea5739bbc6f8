package dev.sluice.web.report;

import dev.sluice.canonical.Digest;
import dev.sluice.state.kind.Exposure;
import dev.sluice.state.kind.FieldRule;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.share.Document;
import dev.sluice.state.share.SharedForm;
import dev.sluice.state.store.Release;
import dev.sluice.state.store.StoreView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The private items of objects: those that documents carried, and those that stayed. */
final class CrossedItems {
  private static final long FIELD = -1;

  private final StoreView view;
  private final Kinds kinds;

  CrossedItems(StoreView view, Kinds kinds) {
    this.view = view;
    this.kinds = kinds;
  }

  /** The private items that {@code document} carried, its parts first. */
  List<ReportedItem> crossed(Document document) {
    Optional<Kind> kind = kinds.kind(document.kind());
    var crossed = new ArrayList<ReportedItem>();
    document
        .parts()
        .forEach(
            (name, part) -> {
              if (isPrivate(kind.flatMap(known -> known.part(name)))) {
                String item = SharedForm.partItem(name);
                crossed.add(item(document, item, part.digest(), part.bytes()));
              }
            });
    document
        .fields()
        .forEach(
            (name, value) -> {
              if (isPrivate(kind.flatMap(known -> known.field(name)).map(FieldRule::exposure))) {
                String item = SharedForm.fieldItem(name);
                crossed.add(item(document, item, SharedForm.fieldDigest(value), FIELD));
              }
            });
    return List.copyOf(crossed);
  }

  private static boolean isPrivate(Optional<Exposure> exposure) {
    return exposure.filter(Exposure.PRIVATE::equals).isPresent();
  }

  private ReportedItem item(Document document, String item, Digest content, long bytes) {
    Optional<Ruling> grant =
        view.released(document.id()).stream()
            .filter(release -> release.item().equals(item) && release.content().equals(content))
            .findFirst()
            .map(CrossedItems::grant);
    return new ReportedItem(document.id(), document.kind(), item, content, bytes, grant);
  }

  private static Ruling grant(Release release) {
    return new Ruling("shared", release.by(), release.at(), release.reason());
  }

  /** How many private items the objects of {@code documents} have here that did not cross. */
  int withheld(List<Document> documents) {
    return documents.stream().mapToInt(this::withheld).sum();
  }

  private int withheld(Document document) {
    List<String> crossed = crossed(document).stream().map(ReportedItem::item).toList();
    return kinds
        .kind(document.kind())
        .flatMap(
            kind ->
                view.find(document.id()).map(object -> PrivateItem.of(object, kind, view).stream()))
        .map(items -> items.filter(item -> !crossed.contains(item.item())).count())
        .orElse(0L)
        .intValue();
  }
}
