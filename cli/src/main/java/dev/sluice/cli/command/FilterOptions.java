package dev.sluice.cli.command;

import dev.sluice.exporter.Outgoing.Scope;
import dev.sluice.state.kind.Kinds;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.BatchFilter.Extra;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which batches a command shows. */
final class FilterOptions {
  @Mixin private final NarrowOptions narrow = new NarrowOptions();

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
    add(extras, includeIgnored, Extra.IGNORED);
    add(extras, includeSame, Extra.SAME);
    add(extras, showCode, Extra.HIDDEN_KINDS);
    return narrow.filter(kinds, extras);
  }

  private static void add(Set<Extra> extras, boolean said, Extra extra) {
    if (said) {
      extras.add(extra);
    }
  }
}
