package dev.sluice.cli.command;

import dev.sluice.api.DisclosureRefusedException;
import dev.sluice.api.NoBundleException;
import dev.sluice.api.NotWholeException;
import dev.sluice.api.PlanOvertakenException;
import dev.sluice.api.VerdictRefusedException;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.ssh.AgentException;
import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.Effect;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.site.SealBrokenException;
import dev.sluice.cli.site.SiteException;
import dev.sluice.datasite.DatasiteException;
import dev.sluice.exporter.ExportRefusedException;
import dev.sluice.exporter.media.MediaException;
import dev.sluice.importer.apply.StalePlanException;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.importer.receive.IncompleteBundleException;
import dev.sluice.importer.review.ReviewException;
import dev.sluice.importer.stage.CustodyException;
import dev.sluice.state.store.BlobDamagedException;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.text.SafeText;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the modules refuse, as reports: exit code, words, and what to do next. */
final class Refusals {
  private Refusals() {}

  /** The report of {@code failure}; what is no refusal comes back as it is. */
  static RuntimeException of(Exception failure) {
    if (failure instanceof BundleRejectedException e) {
      return BundleRefusals.of(e);
    }
    if (failure instanceof ImportRefusedException e) {
      return ImportRefusals.of(e);
    }
    if (failure instanceof StoreException e) {
      return store(e);
    }
    if (failure instanceof SiteException e) {
      return of(e);
    }
    if (failure instanceof DisclosureRefusedException e) {
      return DisclosureRefusals.of(e);
    }
    if (failure instanceof VerdictRefusedException e) {
      return VerdictRefusals.of(e);
    }
    if (failure instanceof DatasiteException e) {
      return datasite(e);
    }
    if (failure instanceof MediaException e) {
      return MediaRefusals.of(e);
    }
    if (failure instanceof IncompleteBundleException e) {
      return MediaRefusals.of(e);
    }
    if (failure instanceof NotWholeException e) {
      return MediaRefusals.of(e);
    }
    if (failure instanceof NoBundleException e) {
      return MediaRefusals.of(e);
    }
    return other(failure);
  }

  private static RuntimeException other(Exception failure) {
    if (failure instanceof PairingException e) {
      ExitCode exit =
          e.reason() == PairingException.Reason.SIGNATURE_INVALID
                  || e.reason() == PairingException.Reason.CARD_CHANGED
              ? ExitCode.SIGNATURE_INVALID
              : ExitCode.USAGE;
      return refusal(exit, e).fact("reason", e.reason().name());
    }
    if (failure instanceof ExportRefusedException e) {
      return ExportRefusals.of(e);
    }
    if (failure instanceof PlanOvertakenException e) {
      return refusal(ExitCode.STALE, e)
          .effect(Effect.SOMETHING_CHANGED)
          .meaning(SafeText.literal("What was planned for the peers before it is applied."))
          .help(SafeText.literal("sluice plan"));
    }
    if (failure instanceof StalePlanException e) {
      return refusal(ExitCode.STALE, e).help(SafeText.literal("sluice plan"));
    }
    if (failure instanceof ReviewException e) {
      return refusal(ExitCode.SIGNATURE_INVALID, e)
          .meaning(
              SafeText.literal("Somebody changed the store, or the site's keys were replaced."))
          .help(SafeText.literal("sluice audit verify"));
    }
    if (failure instanceof CustodyException e) {
      return refusal(ExitCode.STORE, e).help(SafeText.literal("sluice audit verify"));
    }
    if (failure instanceof AgentException e) {
      return refusal(ExitCode.KEY, e)
          .fact("reason", e.reason().name())
          .help(SafeText.literal("see what the agent holds: ssh-add -L"));
    }
    if (failure instanceof IOException e) {
      return inputOutput(e);
    }
    if (failure instanceof SealBrokenException e && e.getCause() instanceof Exception cause) {
      return of(cause);
    }
    return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
  }

  private static CliException inputOutput(IOException e) {
    if (e.getCause() instanceof StoreException damage) {
      return store(damage);
    }
    if (e instanceof BlobDamagedException) {
      return refusal(ExitCode.STORE, e).help(SafeText.literal("restore the store from a backup"));
    }
    if (e instanceof NoSuchFileException missing) {
      return new CliException(
              ExitCode.USAGE, SafeText.sentence("there is no file {}", missing.getFile()))
          .because(e);
    }
    if (e instanceof FileSystemException file) {
      return new CliException(
              ExitCode.MEDIA, SafeText.sentence("{} cannot be read or written", file.getFile()))
          .fact("reason", String.valueOf(file.getReason()))
          .because(e);
    }
    return refusal(ExitCode.MEDIA, e)
        .help(SafeText.literal("look at the stick and at the free space, then run it again"));
  }

  static CliException of(SiteException e) {
    ExitCode exit =
        switch (e.reason()) {
          case KEY -> ExitCode.KEY;
          case NOT_CONFIRMED -> ExitCode.SIGNATURE_INVALID;
          case NOT_A_SITE, KIND -> ExitCode.STORE;
          case ALREADY_THERE, MISSING, WRONG_SIDE -> ExitCode.USAGE;
        };
    CliException refusal = refusal(exit, e);
    return switch (e.reason()) {
      case NOT_A_SITE ->
          refusal
              .help(SafeText.literal("make one: sluice init --side low|high|guard --name NAME"))
              .help(SafeText.literal("or name another folder with -C DIR"));
      case NOT_CONFIRMED -> refusal.help(SafeText.literal("sluice peer list"));
      default -> refusal;
    };
  }

  private static CliException datasite(DatasiteException e) {
    ExitCode exit =
        switch (e.reason()) {
          case WRONG_SIDE,
              NOT_FOUND,
              AMBIGUOUS,
              ALREADY_THERE,
              UNFIT_TEXT,
              UNFIT_FILE,
              NOTHING_TO_SHARE,
              NOT_YOURS ->
              ExitCode.USAGE;
          case SECRET_FOUND -> ExitCode.UNSAFE_CONTENT;
          case NOT_OPEN, ALREADY_SENT -> ExitCode.STALE;
          case MISSING_DATA, CANNOT_START -> ExitCode.MISSING_DEPENDENCY;
          case CANCELLED -> ExitCode.INTERRUPTED;
          case WITHHELD, REVOKED -> ExitCode.NEEDS_REVIEW;
        };
    CliException refusal = refusal(exit, e).fact("reason", e.reason().name());
    return switch (e.reason()) {
      case MISSING_DATA ->
          refusal.help(SafeText.literal("sluice dataset add NAME --mock FILE --private FILE"));
      case ALREADY_SENT -> refusal.help(SafeText.literal("sluice withdraw OBJECT --reason TEXT"));
      default -> refusal;
    };
  }

  private static CliException store(StoreException e) {
    return switch (e.reason()) {
      case LOCKED ->
          refusal(ExitCode.LOCKED, e).help(SafeText.literal("wait for the other sluice to end"));
      case NO_SPACE -> refusal(ExitCode.MEDIA, e).help(SafeText.literal("free some space"));
      case FROZEN ->
          refusal(ExitCode.HISTORY, e)
              .fact("reason", "FROZEN")
              .meaning(
                  SafeText.literal("It can be looked at, but changes nothing and sends nothing."))
              .help(SafeText.literal("sluice site recover"));
      default -> refusal(ExitCode.STORE, e).fact("reason", e.reason().toString());
    };
  }

  static CliException refusal(ExitCode exit, Exception e) {
    return new CliException(exit, SafeText.sentence("{}", String.valueOf(e.getMessage())))
        .because(e);
  }
}
