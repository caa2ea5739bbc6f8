package dev.sluice.cli.command;

import dev.sluice.api.Verification;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verifies without importing. */
@Command(
    name = "verify",
    header =
        "Verify bundles where they lie: signature, recipient, every byte. Needs no secret key.",
    footer = {
      "sluice verify stick",
      "sluice verify stick1 stick2",
      "sluice -C guard verify stick/SLUICE/000042-3f9a1c2d --recipient high-lab"
    })
public final class VerifyCommand extends SiteCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "A bundle's folder, or a medium; all media of a bundle that needs several.")
  private List<Path> paths;

  @Option(
      names = "--recipient",
      paramLabel = "NAME",
      description = "Refuse bundles for anyone else.")
  private String recipient;

  public VerifyCommand(Invocation invocation) {
    super(invocation);
  }

  @Override
  ExitCode run(Session session) throws Exception {
    var believed = Verification.by(session.site(), invocation().environment().clock());
    var verification = recipient == null ? believed : believed.expecting(recipient);
    List<SignedBundle> verified;
    try (var headway = new ShownHeadway(invocation())) {
      verified =
          verification.heardBy(headway).of(paths.stream().map(invocation()::resolve).toList());
    }
    var rows = new ArrayList<Json>();
    verified.forEach(bundle -> rows.add(BundleFacts.of(bundle).json()));
    return invocation()
        .answer(
            "sluice.verify/1",
            Json.array(rows),
            console -> {
              for (SignedBundle bundle : verified) {
                console.out().print(facts(bundle));
                warn(bundle);
              }
              console.out().print(SafeText.literal("OK. Nothing was written to the medium."));
            });
  }

  private Facts facts(SignedBundle bundle) {
    Facts facts = BundleFacts.of(bundle);
    return recipient == null ? facts : facts.and("recipient", recipient + ", as expected");
  }

  private void warn(SignedBundle bundle) {
    var console = invocation().console();
    BundleFacts.warnings(bundle, invocation().environment().clock()).forEach(console::warn);
  }
}
