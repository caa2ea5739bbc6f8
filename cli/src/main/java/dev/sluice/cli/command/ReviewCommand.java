package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Console;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.review.BatchFilter.Extra;
import dev.sluice.state.text.SafeText;
import dev.sluice.web.ReviewServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Walks through what nobody decided about, in the terminal or on a page. */
@Command(
    name = "review",
    header = "Walk through what is undecided, in the terminal or as a page in the browser.",
    description = {
      "The page is served on this machine only, to one browser. It ends when you finish, after 15",
      "idle minutes, or with Ctrl-C."
    },
    footer = {
      "sluice review",
      "sluice review --by curie@example.org --type request",
      "sluice review --web"
    })
public final class ReviewCommand extends SiteCommand {
  private static final int HIGHEST_PORT = 65_535;

  @Mixin private final NarrowOptions narrow = new NarrowOptions();

  @Option(names = "--web", description = "Serve the review page.")
  private boolean web;

  @Option(names = "--port", paramLabel = "N", description = "With --web: on this port.")
  private int port;

  @Option(names = "--no-open", description = "With --web: print the address, open no browser.")
  private boolean closed;

  public ReviewCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    if (!web) {
      if (port != 0 || closed) {
        throw new CliException(ExitCode.USAGE, SafeText.literal("--port and --no-open need --web"));
      }
      var undecided = narrow.filter(session.kinds(), EnumSet.of(Extra.UNDECIDED_ONLY));
      return new ReviewWalk(session, undecided).run();
    }
    if (!narrow.isEmpty()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("the page has its own filters"));
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new CliException(ExitCode.USAGE, SafeText.sentence("{} is no port", port));
    }
    session.side();
    session.keys().signingKey(session::passphrase);
    try (ReviewServer server =
        ReviewServer.start(
            new ReviewDesk(session),
            port,
            session.random(),
            session.invocation().environment().clock())) {
      announce(session, server);
      server.awaitEnd();
    }
    return ExitCode.OK;
  }

  private void announce(Session session, ReviewServer server) throws IOException {
    Console console = session.console();
    if (closed) {
      console.out().print(SafeText.sentence("{}", server.launchAddress()));
      console.err().print(SafeText.literal("Open this address within two minutes; it works once."));
      return;
    }
    Path file = Browser.open(server.launchAddress());
    console.out().print(SafeText.sentence("The review page opens in your browser, by {}", file));
    console.err().print(SafeText.literal("If none opens: sluice review --web --no-open"));
  }
}
