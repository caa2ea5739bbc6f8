package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.exporter.Outgoing.Scope;
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

/** Which batches a command shows. */
final class FilterOptions {
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

  @Option(names = "--include-ignored", description = "Ignored batches too.")
  private boolean includeIgnored;

  @Option(names = "--include-same", description = "Batches that change nothing too.")
  private boolean includeSame;

  @Option(names = "--show-code", description = "Code as batches of its own too.")
  private boolean showCode;

  /** How far to look for what the filter may show. */
  Scope scope() {
    return includeSame ? Scope.EVERYTHING : Scope.TOUCHED;
  }

  BatchFilter filter(Kinds kinds) {
    return filter(kinds, EnumSet.noneOf(Extra.class));
  }

  /** The filter that also leaves out what is decided. */
  BatchFilter undecided(Kinds kinds) {
    return filter(kinds, EnumSet.of(Extra.UNDECIDED_ONLY));
  }

  private BatchFilter filter(Kinds kinds, Set<Extra> extras) {
    types.forEach(type -> checkKnown(kinds, type));
    excludedTypes.forEach(type -> checkKnown(kinds, type));
    add(extras, undecided, Extra.UNDECIDED_ONLY);
    add(extras, includeIgnored, Extra.IGNORED);
    add(extras, includeSame, Extra.SAME);
    add(extras, showCode, Extra.HIDDEN_KINDS);
    return new BatchFilter(
        Optional.ofNullable(by),
        Set.copyOf(types),
        Set.copyOf(excludedTypes),
        Set.copyOf(statuses),
        extras);
  }

  /** A type that no batch can have would only hide things. */
  private static void checkKnown(Kinds kinds, String type) {
    if (kinds.kind(type.toLowerCase(Locale.ROOT)).isEmpty()) {
      String known = kinds.all().stream().map(Kind::name).collect(Collectors.joining(", "));
      throw new CliException(ExitCode.USAGE, SafeText.sentence("there is no type {}", type))
          .help(SafeText.sentence("types: {}", known));
    }
  }

  private static void add(Set<Extra> extras, boolean said, Extra extra) {
    if (said) {
      extras.add(extra);
    }
  }
}
