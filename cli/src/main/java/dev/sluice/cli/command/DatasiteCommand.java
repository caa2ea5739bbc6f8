package dev.sluice.cli.command;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.datasite.Datasite;
import dev.sluice.state.ObjectId;
import dev.sluice.state.store.StoreException;

/** A command of the research workflow. */
abstract class DatasiteCommand extends SiteCommand {
  DatasiteCommand(Invocation invocation) {
    super(invocation);
  }

  /** Does the work on {@code site}, which is the session's. */
  abstract ExitCode run(Session session, Datasite site) throws Exception;

  @Override
  final ExitCode run(Session session) throws Exception {
    return run(session, session.datasite());
  }

  /** The id as people type it. */
  static String shown(Session session, ObjectId id) throws StoreException {
    return session.<String, RuntimeException>read(view -> ShortIds.of(view).shown(id));
  }
}
