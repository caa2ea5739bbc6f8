package dev.sluice.cli.command;

import dev.sluice.cli.console.CliException;
import dev.sluice.cli.console.ExitCode;
import dev.sluice.state.diff.Status;
import dev.sluice.state.feed.BatchOutcome;
import dev.sluice.state.review.DecisionBook.Statement;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.review.Standing;
import dev.sluice.state.store.Verdict;
import dev.sluice.state.text.SafeText;

/** What a verdict must say and may be about, whoever records it: command, walk or page. */
final class VerdictRules {
  private VerdictRules() {}

  /** Refuses a verdict that says too little, or more than can travel. */
  static void check(Verdict verdict, String reason) {
    if (verdict != Verdict.REJECT) {
      return;
    }
    if (reason.isBlank()) {
      throw new CliException(ExitCode.USAGE, SafeText.literal("a rejection has a reason"))
          .help(SafeText.literal("sluice reject ID --reason TEXT; the requester is told"));
    }
    if (BatchOutcome.isTooLong(reason)) {
      throw new CliException(
              ExitCode.USAGE,
              SafeText.sentence(
                  "a reason that travels has at most {} characters; this one has {}",
                  BatchOutcome.LONGEST_REASON,
                  reason.codePointCount(0, reason.length())))
          .help(SafeText.literal("say it shorter; --note TEXT keeps the rest on this side"));
    }
  }

  /** Refuses a statement that makes no sense about {@code batch}. */
  static void check(Statement statement, ListedBatch batch) {
    check(statement.verdict(), batch);
    if (statement.take().isPresent() && batch.status() != Status.CONFLICT) {
      throw refusal("{} is in no conflict", batch)
          .fact("status", batch.status().toString())
          .help(SafeText.literal("approve it without --take"));
    }
  }

  private static void check(Verdict verdict, ListedBatch batch) {
    boolean ignored = batch.standing() == Standing.IGNORED;
    if (verdict == Verdict.APPROVE && ignored) {
      throw refusal("{} is ignored", batch)
          .help(SafeText.sentence("sluice unignore {}", batch.root()));
    }
    if (verdict == Verdict.UNIGNORE && !ignored) {
      throw refusal("{} is not ignored", batch).fact("standing", batch.standing().toString());
    }
    if (verdict == Verdict.RESET && batch.standing() == Standing.UNDECIDED) {
      throw refusal("nothing was decided about {}", batch);
    }
  }

  private static CliException refusal(String why, ListedBatch batch) {
    return new CliException(ExitCode.USAGE, SafeText.sentence(why, batch.root()));
  }
}
