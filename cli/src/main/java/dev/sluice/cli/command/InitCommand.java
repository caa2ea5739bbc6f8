package dev.sluice.cli.command;

import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.site.SiteFolder;
import dev.sluice.cli.site.SiteKind;
import dev.sluice.state.Side;
import dev.sluice.state.audit.AuditEvent;
import dev.sluice.state.store.SiteIdentity;
import dev.sluice.state.store.StateStore;
import dev.sluice.state.text.SafeText;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a site. */
@Command(
    name = "init",
    header = "Make a site: the low side, the high side, or a guard station between them.",
    footer = {
      "sluice init --side low --name low-lab --org \"Example Institute\"",
      "sluice init --side guard --name gate-1"
    })
public final class InitCommand implements Callable<ExitCode> {
  private static final int INCARNATION_BYTES = 16;

  private final Invocation invocation;

  @Option(
      names = "--side",
      required = true,
      paramLabel = "low|high|guard",
      description = "What the site is for.")
  private SiteKind kind;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "Its name: a-z, 0-9 and hyphen.")
  private String name;

  @Option(names = "--org", paramLabel = "TEXT", description = "Who runs it.")
  private String organisation = "";

  public InitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public ExitCode call() throws Exception {
    try {
      SiteFolder site = SiteFolder.create(invocation.store(), name, kind);
      Optional<Side> side = kind.side();
      if (side.isPresent()) {
        createStore(site, side.get());
      }
      return answer(site);
    } catch (Exception e) {
      throw Refusals.of(e);
    }
  }

  private void createStore(SiteFolder site, Side side) throws Exception {
    byte[] incarnation = new byte[INCARNATION_BYTES];
    new SecureRandom().nextBytes(incarnation);
    var identity =
        new SiteIdentity(
            name, side, organisation, HexFormat.of().formatHex(incarnation), List.of());
    String actor = invocation.as().orElse(System.getProperty("user.name", "unknown"));
    StateStore.create(
            site.store(), identity, AuditEvent.of("init", actor), invocation.environment().clock())
        .close();
  }

  private ExitCode answer(SiteFolder site) {
    Json data =
        Json.object()
            .put("kind", kind.toString())
            .put("name", name)
            .put("path", site.path().toString())
            .build();
    return invocation.answer(
        "sluice.init/1",
        data,
        console -> {
          console
              .out()
              .print(SafeText.sentence("Created the {} site {} in {}.", kind, name, site.path()));
          console
              .out()
              .print(
                  kind == SiteKind.GUARD
                      ? SafeText.literal("Next: sluice peer add pairing.json")
                      : SafeText.literal("Next: sluice key generate"));
        });
  }
}
