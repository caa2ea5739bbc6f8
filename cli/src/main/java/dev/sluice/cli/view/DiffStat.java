package dev.sluice.cli.view;

import dev.sluice.canonical.Json;
import dev.sluice.state.diff.BatchDiff;
import dev.sluice.state.diff.LineDiff;
import dev.sluice.state.diff.ObjectDiff;
import dev.sluice.state.diff.PartDiff;
import dev.sluice.state.text.SafeText;
import java.util.stream.Stream;

/** How much a batch would change. */
record DiffStat(int objects, int fields, int parts, int added, int removed) {
  static DiffStat of(BatchDiff diff) {
    return new DiffStat(
        diff.changes(),
        diff.objects().stream().mapToInt(object -> object.fields().size()).sum(),
        diff.objects().stream().mapToInt(object -> object.parts().size()).sum(),
        lines(diff, LineDiff.Mark.ADDED),
        lines(diff, LineDiff.Mark.REMOVED));
  }

  private static int lines(BatchDiff diff, LineDiff.Mark mark) {
    return (int)
        diff.objects().stream()
            .flatMap(DiffStat::parts)
            .flatMap(part -> part.shownHunks().stream())
            .flatMap(hunk -> hunk.lines().stream())
            .filter(line -> line.mark() == mark)
            .count();
  }

  private static Stream<PartDiff> parts(ObjectDiff object) {
    return object.parts().stream();
  }

  SafeText line() {
    return SafeText.sentence(
        "objects {}, fields {}, parts {}, lines +{} -{}", objects, fields, parts, added, removed);
  }

  Json json() {
    return Json.object()
        .put("objects", objects)
        .put("fields", fields)
        .put("parts", parts)
        .put("lines_added", added)
        .put("lines_removed", removed)
        .build();
  }
}
