package dev.sluice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.console.ExitCode;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.datasite.Datasite;
import dev.sluice.datasite.Job;
import dev.sluice.datasite.JobItem;
import dev.sluice.datasite.Jobs;
import dev.sluice.datasite.Sharing;
import dev.sluice.state.ObjectId;
import dev.sluice.state.review.DecisionBook;
import dev.sluice.state.review.PrivateItem;
import dev.sluice.state.review.ReviewSeal;
import dev.sluice.state.store.StateDigest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisclosureTest {
  /** A pen that breaks: what a kill in the middle of the signing leaves behind. */
  private static final ReviewSeal BROKEN =
      new ReviewSeal() {
        @Override
        public String seal(byte[] message) {
          throw new IllegalStateException("the key is gone");
        }

        @Override
        public boolean fits(byte[] message, String signature) {
          return false;
        }
      };

  private static final ReviewSeal PEN =
      new ReviewSeal() {
        @Override
        public String seal(byte[] message) {
          return "signed";
        }

        @Override
        public boolean fits(byte[] message, String signature) {
          return signature.equals("signed");
        }
      };

  @TempDir Path folder;
  private TwoSites sites;
  private ObjectId result;

  @BeforeEach
  void jobHasRun() throws Exception {
    sites = TwoSites.paired(folder);
    ObjectId request = sites.submit("sum_of_numbers");
    sites.carryUp();
    sites.high("approve", "--all-undecided").exits(ExitCode.OK);
    sites.high("apply", "--yes").exits(ExitCode.OK);
    Path value = Files.writeString(folder.resolve("six.json"), "6");
    Job job = sites.onHigh(site -> new Jobs(site).deposit(request, value, Optional.empty()));
    result =
        job.items().stream()
            .filter(item -> item.what() == JobItem.What.RESULT)
            .findFirst()
            .orElseThrow()
            .id();
  }

  private List<PrivateItem> items(Datasite site) throws Exception {
    return new Sharing(site).items(List.of(result));
  }

  @Test
  void releaseAndApproval_areOneWrite() throws Exception {
    sites.onHigh(
        site -> {
          long before = sequence(site);
          var disclosure = new Disclosure(site, new DecisionBook(PEN));
          Disclosure.Done done = disclosure.share(disclosure.propose(items(site)), "one total");
          assertThat(done.items()).hasSize(1);
          assertThat(done.batches()).hasSize(1);
          assertThat(sequence(site)).isEqualTo(before + 1);
          return null;
        });
  }

  @Test
  void approvalThatCannotBeSigned_releasesNothing() throws Exception {
    sites.onHigh(
        site -> {
          StateDigest before = site.store().digest();
          var disclosure = new Disclosure(site, new DecisionBook(BROKEN));
          Disclosure.Proposal proposal = disclosure.propose(items(site));
          assertThatThrownBy(() -> disclosure.share(proposal, "one total"))
              .hasMessage("the key is gone");
          assertThat(site.store().digest()).isEqualTo(before);
          assertThat(items(site))
              .extracting(PrivateItem::state)
              .containsExactly(PrivateItem.State.WITHHELD);
          return null;
        });
  }

  @Test
  void proposalOfAnOlderState_isRefused() throws Exception {
    sites.onHigh(
        site -> {
          var disclosure = new Disclosure(site, new DecisionBook(PEN));
          Disclosure.Proposal proposal = disclosure.propose(items(site));
          disclosure.share(proposal, "one total");
          assertThatThrownBy(() -> disclosure.share(proposal, "again"))
              .isInstanceOfSatisfying(
                  DisclosureRefusedException.class,
                  e -> assertThat(e.reason()).isEqualTo(DisclosureRefusedException.Reason.STALE));
          return null;
        });
  }

  private static long sequence(Datasite site) throws Exception {
    return site.store().<Long, RuntimeException>read(view -> view.audit().sequence());
  }
}
