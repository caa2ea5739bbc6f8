package dev.sluice.cli.command;

import dev.sluice.datasite.EndpointDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What can be said of an endpoint when it is added and when it changes. */
final class EndpointOptions {
  @Option(
      names = "--mock",
      paramLabel = "FILE",
      description = "The function that everybody may see; it travels.")
  private Path mock;

  @Option(
      names = "--private",
      paramLabel = "FILE",
      description = "The function for private data; it never leaves this side.")
  private Path function;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      description = "What researchers should know about it.")
  private String description;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "JSON object that the functions may read; it stays here.")
  private Path settings;

  @Option(
      names = "--share-setting",
      paramLabel = "KEY",
      description = "A setting that travels; may be given again. All others stay here.")
  private List<String> shared = List.of();

  @Option(
      names = "--secrets-reviewed",
      paramLabel = "REASON",
      description = "Why what looks like a secret is none; kept in the audit log.")
  private String reviewed;

  EndpointDraft draft(String path, Invocation invocation) {
    return new EndpointDraft(
        path,
        Optional.ofNullable(description),
        Optional.ofNullable(mock).map(invocation::resolve),
        Optional.ofNullable(function).map(invocation::resolve),
        Optional.ofNullable(settings).map(invocation::resolve),
        Set.copyOf(shared),
        Optional.ofNullable(reviewed));
  }
}
