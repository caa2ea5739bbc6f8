package dev.sluice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.site.SiteException;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.cli.view.IncomingPlan;
import dev.sluice.importer.apply.StalePlanException;
import dev.sluice.state.review.BatchFilter;
import dev.sluice.state.review.ListedBatch;
import dev.sluice.state.store.StoreException;
import dev.sluice.state.store.Verdict;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
  private static final BatchFilter REQUESTS =
      new BatchFilter(
          Optional.of("CURIE@example.org"),
          Set.of("request"),
          Set.of(),
          BatchFilter.DEFAULT.statuses(),
          Set.of());

  @TempDir Path folder;

  @BeforeEach
  void requestsWait() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    sites.submit("sum_of_numbers");
    sites.submit("least_of_numbers");
    sites.carryUp();
  }

  private Site high() throws Exception {
    return Site.open(
        folder.resolve("high"),
        "ana",
        Unlocking.by(() -> new char[0]),
        Clock.systemUTC(),
        new SecureRandom());
  }

  @Test
  void filter_showsTheBatchesOfOnePerson() throws Exception {
    try (Site high = high()) {
      assertThat(high.batches(REQUESTS)).hasSize(2);
      assertThat(high.batches(BatchFilter.DEFAULT)).hasSizeGreaterThan(2);
    }
  }

  @Test
  void decision_holdsAfterTheSiteWasClosed() throws Exception {
    try (Site high = high()) {
      ListedBatch batch = high.batches(REQUESTS).get(0);
      high.decide(batch, Verdict.SKIP, "");
      high.decide(batch, Verdict.REJECT, "not on these data");
    }
    try (Site high = high()) {
      assertThat(high.batches(REQUESTS))
          .extracting(batch -> batch.standing().toString())
          .containsExactlyInAnyOrder("rejected", "undecided");
    }
  }

  @Test
  void rejectionWithoutReason_isRefusedAsOnTheCommandLine() throws Exception {
    try (Site high = high()) {
      ListedBatch batch = high.batches(REQUESTS).get(0);
      assertThatThrownBy(() -> high.decide(batch, Verdict.REJECT, " "))
          .isInstanceOfSatisfying(
              VerdictRefusedException.class,
              refused ->
                  assertThat(refused.reason()).isEqualTo(VerdictRefusedException.Reason.NO_REASON));
    }
  }

  @Test
  void batchThatIsGone_isRefusedAsStale() throws Exception {
    try (Site high = high()) {
      for (ListedBatch batch : high.batches(BatchFilter.DEFAULT)) {
        high.decide(batch, Verdict.APPROVE, "");
      }
      ListedBatch before = high.batches(REQUESTS).get(0);
      high.apply(high.plan());
      assertThatThrownBy(() -> high.decide(before, Verdict.SKIP, ""))
          .isInstanceOfSatisfying(
              VerdictRefusedException.class,
              refused ->
                  assertThat(refused.reason()).isEqualTo(VerdictRefusedException.Reason.STALE));
    }
  }

  @Test
  void planOfAnOlderState_isRefused() throws Exception {
    try (Site high = high()) {
      ListedBatch batch = high.batches(REQUESTS).get(0);
      high.decide(batch, Verdict.REJECT, "not on these data");
      IncomingPlan plan = high.plan();
      high.decide(high.batches(REQUESTS).get(0), Verdict.RESET, "");
      assertThatThrownBy(() -> high.apply(plan)).isInstanceOf(StalePlanException.class);
    }
  }

  @Test
  void secondProgram_findsTheSiteLocked() throws Exception {
    try (Site high = high()) {
      assertThatThrownBy(this::high)
          .isInstanceOfSatisfying(
              StoreException.class,
              locked -> assertThat(locked.reason()).isEqualTo(StoreException.Reason.LOCKED));
      assertThat(high.plan().isEmpty()).isTrue();
    }
  }

  @Test
  void folderWithoutSite_isRefused() {
    Clock clock = Clock.systemUTC();
    assertThatThrownBy(
            () ->
                Site.open(
                    folder, "ana", Unlocking.by(() -> new char[0]), clock, new SecureRandom()))
        .isInstanceOf(SiteException.class);
  }
}
