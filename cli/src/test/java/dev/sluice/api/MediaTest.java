package dev.sluice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.cli.testing.TwoSites;
import dev.sluice.importer.receive.ImportRefusedException;
import dev.sluice.importer.receive.IncompleteBundleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sticks, written and read by programs. */
class MediaTest {
  @TempDir Path folder;
  private Path stick;

  @BeforeEach
  void stickHasTwoBundles() throws Exception {
    TwoSites sites = TwoSites.paired(folder);
    stick = Files.createDirectory(folder.resolve("stick"));
    for (String name : List.of("sum_of_numbers", "least_of_numbers")) {
      sites.submit(name);
      try (Site low = open("low")) {
        Dispatch up = low.dispatch("high-lab");
        up.write(up.plan(), 0, stick);
      }
    }
  }

  private Site open(String side) throws Exception {
    return Site.open(
        folder.resolve(side),
        "ana",
        Unlocking.by(() -> new char[0]),
        Clock.systemUTC(),
        new SecureRandom());
  }

  private void damage(int bundle) throws Exception {
    try (Stream<Path> bundles = Files.list(stick.resolve("SLUICE"));
        Stream<Path> files = Files.walk(bundles.sorted().skip(bundle).findFirst().orElseThrow())) {
      Path volume =
          files.filter(file -> file.toString().endsWith(".age")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(volume);
      bytes[bytes.length / 2] ^= 1;
      Files.write(volume, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  @Test
  void allBundlesOfAStick_areTakenIn_andAgainNone() throws Exception {
    try (Site high = open("high")) {
      Taken taken = high.intake().take(stick);
      assertThat(taken.reports()).hasSize(2);
      assertThat(taken.refused()).isEmpty();
      assertThat(taken.fresh()).isEqualTo(taken.reports().stream().mapToInt(r -> r.fresh()).sum());
      assertThatThrownBy(() -> high.intake().take(stick))
          .isInstanceOfSatisfying(
              ImportRefusedException.class,
              e -> assertThat(e.reason()).isEqualTo(ImportRefusedException.Reason.REPLAY));
    }
  }

  @Test
  void damagedBundle_doesNotKeepTheOtherOut() throws Exception {
    damage(0);
    try (Site high = open("high")) {
      Taken taken = high.intake().take(stick);
      assertThat(taken.reports()).hasSize(1);
      assertThat(taken.fresh()).isPositive();
      assertThat(taken.refused()).hasSize(1).hasOnlyElementsOfType(IncompleteBundleException.class);
    }
  }

  @Test
  void verification_changesNothing_andNamesTheVolumesThatAreNotGood() throws Exception {
    try (Site high = open("high")) {
      assertThat(high.verification().of(List.of(stick))).hasSize(2);
      damage(1);
      assertThatThrownBy(() -> high.verification().of(List.of(stick)))
          .isInstanceOfSatisfying(
              NotWholeException.class,
              e -> {
                assertThat(e.damaged()).hasSize(1);
                assertThat(e.missing()).isEmpty();
                assertThat(e.bundle().routing().sequence()).isEqualTo(2);
              });
      assertThat(high.plan().isEmpty()).isTrue();
    }
  }

  @Test
  void bundleForAnother_isNotWhatWasExpected() throws Exception {
    try (Site high = open("high")) {
      assertThat(high.verification().expecting("high-lab").of(List.of(stick))).hasSize(2);
      assertThatThrownBy(() -> high.verification().expecting("low-lab").of(List.of(stick)))
          .isInstanceOfSatisfying(
              BundleRejectedException.class,
              e -> assertThat(e.reason()).isEqualTo(RejectionReason.WRONG_RECIPIENT));
    }
  }

  @Test
  void placeWithoutBundle_isRefusedWithItsReason() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("other/SLUICE")).getParent();
    try (Site high = open("high")) {
      assertThat(reason(high, folder.resolve("nowhere")))
          .isEqualTo(NoBundleException.Reason.NO_FOLDER);
      assertThat(reason(high, empty)).isEqualTo(NoBundleException.Reason.NONE_FINISHED);
    }
  }

  private static NoBundleException.Reason reason(Site site, Path place) throws Exception {
    try {
      site.intake().take(place);
      throw new AssertionError("something was found in " + place);
    } catch (NoBundleException e) {
      return e.reason();
    }
  }
}
