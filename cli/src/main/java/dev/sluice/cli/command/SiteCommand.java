package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Effect;
import dev.sluice.cli.console.ExitCode;
import java.util.concurrent.Callable;

/**
 * A command that works on a site. Whatever the site refuses becomes a report with its exit code.
 */
abstract class SiteCommand implements Callable<ExitCode> {
  private final Invocation invocation;

  SiteCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Does the work; any checked exception of the modules below may leave it. */
  abstract ExitCode run(Session session) throws Exception;

  final Invocation invocation() {
    return invocation;
  }

  @Override
  public final ExitCode call() throws Exception {
    try (Session session = Session.open(invocation)) {
      return run(session, this);
    } catch (Exception e) {
      throw Refusals.of(e);
    }
  }

  private static ExitCode run(Session session, SiteCommand command) {
    try {
      return command.run(session);
    } catch (Exception e) {
      RuntimeException refusal = Refusals.of(e);
      if (refusal instanceof CliException report && session.hasWritten()) {
        report.effect(Effect.SOMETHING_CHANGED);
      }
      throw refusal;
    }
  }
}
