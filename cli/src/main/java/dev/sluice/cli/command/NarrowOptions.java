package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.diff.Status;
import dev.sluice.state.kind.Kind;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.BatchFilter.Extra;
import dev.sluice.state.text.SafeText;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** To which batches a command is narrowed down. */
final class NarrowOptions {
  @Option(names = "--by", paramLabel = "EMAIL", description = "Only batches of this person.")
  private String by;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      split = ",",
      description = "Only batches of these types.")
  private List<String> types = List.of();

  @Option(
      names = "--exclude-type",
      paramLabel = "TYPE",
      split = ",",
      description = "No batches of these types.")
  private List<String> excludedTypes = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<Status> statuses = List.of(Status.values());

  @Option(names = "--undecided", description = "Only what nobody has decided on.")
  private boolean undecided;

  /** Whether there is nothing that narrows anything down. */
  boolean isEmpty() {
    return by == null
        && types.isEmpty()
        && excludedTypes.isEmpty()
        && statuses.size() == Status.values().length
        && !undecided;
  }

  /** The filter that shows {@code extras} too, where nothing else forbids it. */
  BatchFilter filter(Kinds kinds, Set<Extra> extras) {
    types.forEach(type -> checkKnown(kinds, type));
    excludedTypes.forEach(type -> checkKnown(kinds, type));
    var shown = EnumSet.noneOf(Extra.class);
    shown.addAll(extras);
    if (undecided) {
      shown.add(Extra.UNDECIDED_ONLY);
    }
    return new BatchFilter(
        Optional.ofNullable(by),
        Set.copyOf(types),
        Set.copyOf(excludedTypes),
        Set.copyOf(statuses),
        shown);
  }

  /** A type that no batch can have would only hide things. */
  private static void checkKnown(Kinds kinds, String type) {
    if (kinds.kind(type.toLowerCase(Locale.ROOT)).isEmpty()) {
      String known = kinds.all().stream().map(Kind::name).collect(Collectors.joining(", "));
      throw new CliException(ExitCode.USAGE, SafeText.sentence("there is no type {}", type))
          .help(SafeText.sentence("types: {}", known));
    }
  }
}
