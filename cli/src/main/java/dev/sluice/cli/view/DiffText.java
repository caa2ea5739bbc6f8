package dev.sluice.cli.view;

import dev.sluice.cli.console.Printer;
import dev.sluice.cli.console.Style;
import dev.sluice.cli.console.StyledText;
import dev.sluice.cli.view.Listing.Row;
import dev.sluice.state.diff.FieldDiff;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.Status;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.text.SafeText;
import java.util.List;

/** What batches would change, line under line. */
public final class DiffText {
  private static final int MOST_MARKS = 20;

  private final Printer out;
  private final PartChange parts;
  private final Names names;
  private final Kinds kinds;

  public DiffText(Printer out, Names names, Kinds kinds) {
    this.out = out;
    this.parts = new PartChange(out);
    this.names = names;
    this.kinds = kinds;
  }

  /** Prints every change of a batch; what stays the same is only counted. */
  public void print(Row row) {
    ListedBatch batch = row.batch();
    printHeading(batch);
    for (ObjectDiff object : batch.diff().objects()) {
      if (object.status() != Status.SAME) {
        printObject(batch, object);
      }
    }
    int same = batch.diff().counts().get(Status.SAME);
    if (same > 0) {
      out.print(SafeText.sentence("  = {} unchanged", same));
    }
  }

  /** Prints how much a batch would change. */
  public void printStat(Row row) {
    out.print(
        SafeText.sentence(
            "{}  {}  {}",
            BatchWords.name(row.batch(), names),
            row.batch().status(),
            DiffStat.of(row.batch().diff()).line()));
  }

  /** Prints which objects a batch would change. */
  public void printNames(Row row) {
    for (ObjectDiff object : row.batch().diff().objects()) {
      if (object.status() != Status.SAME) {
        out.print(SafeText.sentence("{}", names.of(object.id())));
      }
    }
  }

  private void printHeading(ListedBatch batch) {
    out.print(
        StyledText.of(Style.BOLD, BatchWords.name(batch, names))
            .plus(
                SafeText.sentence(
                    "   by {}   {}, {}", batch.owner(), batch.status(), BatchWords.route(batch))));
  }

  private void printObject(ListedBatch batch, ObjectDiff object) {
    String title =
        batch.whole().documents().stream()
            .filter(document -> document.id().equals(object.id()))
            .map(document -> ListedBatch.titleOf(document, kinds))
            .findFirst()
            .orElse("");
    out.print(
        SafeText.sentence(
            "  {} {} {}  {}  {}",
            BatchWords.sign(object.status()),
            object.kind(),
            names.of(object.id()),
            BatchWords.title(title),
            object.status()));
    object
        .formerOwner()
        .ifPresent(
            former ->
                out.print(SafeText.sentence("      owner: {} -> {}", former, object.owner())));
    boolean conflict = object.status() == Status.CONFLICT;
    object.fields().forEach(field -> out.print(conflict ? threeWay(field) : change(field)));
    object.parts().forEach(part -> parts.print(part, object.status()));
    printMarks(PlacedMark.in(object));
  }

  private static List<SafeText> change(FieldDiff field) {
    if (field.before().isEmpty()) {
      return List.of(SafeText.sentence("      {}: {}", field.name(), Shown.value(field.after())));
    }
    if (field.items().isEmpty()) {
      return List.of(
          SafeText.sentence(
              "      {}: {} -> {}",
              field.name(),
              Shown.value(field.before()),
              Shown.value(field.after())));
    }
    return field.items().stream()
        .map(
            item ->
                SafeText.sentence(
                    "      {}[{}]: {} -> {}",
                    field.name(),
                    item.index(),
                    Shown.value(item.before()),
                    Shown.value(item.after())))
        .toList();
  }

  private static List<SafeText> threeWay(FieldDiff field) {
    return List.of(
        SafeText.sentence("      {}", field.name()),
        SafeText.sentence("        incoming     {}", Shown.value(field.after())),
        SafeText.sentence("        here         {}", Shown.value(field.before())),
        SafeText.sentence("        last agreed  {}", Shown.value(field.base())));
  }

  private void printMarks(List<PlacedMark> marks) {
    for (PlacedMark placed : marks.subList(0, Math.min(MOST_MARKS, marks.size()))) {
      out.print(
          StyledText.of(Style.YELLOW, SafeText.literal("      hidden character  "))
              .plus(
                  SafeText.sentence(
                      "{}:{}:{}  {} {}",
                      placed.item(),
                      placed.line(),
                      placed.mark().column(),
                      placed.mark().label(),
                      placed.mark().name())));
    }
    if (marks.size() > MOST_MARKS) {
      out.print(SafeText.sentence("      and {} more", marks.size() - MOST_MARKS));
    }
  }
}
