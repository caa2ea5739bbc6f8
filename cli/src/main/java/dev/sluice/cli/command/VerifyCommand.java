package dev.sluice.cli.command;

import dev.sluice.bundle.BundleVerifier;
import dev.sluice.bundle.Headway;
import dev.sluice.bundle.SignedBundle;
import dev.sluice.bundle.Trust;
import dev.sluice.bundle.UntrustedBundle;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Volume;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import dev.sluice.canonical.Digest;
import dev.sluice.canonical.Json;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.console.Facts;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    List<ConfirmedPairing> pairings = session.believed();
    var surveys = new LinkedHashMap<Digest, Survey>();
    for (Path path : paths) {
      for (Path folder : BundleFolders.at(invocation().resolve(path))) {
        look(folder, pairings, surveys);
      }
    }
    var verified = new ArrayList<SignedBundle>();
    for (Survey survey : surveys.values()) {
      verified.add(survey.whole());
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

  private void look(Path folder, List<ConfirmedPairing> pairings, Map<Digest, Survey> surveys)
      throws IOException, BundleRejectedException {
    try (var headway = new ShownHeadway(invocation())) {
      var medium = UntrustedBundle.at(folder, BundleLimits.STANDARD).pastCache().heardBy(headway);
      SignedBundle bundle = BundleVerifier.signed(medium, Trust.ofGuard(pairings));
      checkRecipient(bundle);
      headway.begin(Headway.Stage.VERIFY, bundle.present().stream().mapToLong(Volume::bytes).sum());
      surveys.computeIfAbsent(bundle.root(), root -> new Survey(bundle)).look(bundle);
    }
  }

  private void checkRecipient(SignedBundle bundle) {
    if (recipient != null && !recipient.equals(bundle.recipient().name())) {
      throw new CliException(
              ExitCode.WRONG_RECIPIENT,
              SafeText.sentence(
                  "bundle {} is for {}, not for {}",
                  BundleFacts.name(bundle.routing().sequence()),
                  bundle.recipient().name(),
                  recipient))
          .help(SafeText.literal("use the right stick"));
    }
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
