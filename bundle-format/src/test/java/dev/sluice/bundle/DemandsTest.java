package dev.sluice.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.bundle.age.AgeSuite;
import dev.sluice.bundle.model.BundleLimits;
import dev.sluice.bundle.model.BundleRejectedException;
import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import dev.sluice.bundle.pairing.Demand;
import dev.sluice.bundle.pairing.Pairing;
import dev.sluice.bundle.pairing.PairingException;
import dev.sluice.bundle.pairing.SignedPairing;
import dev.sluice.bundle.testing.TestBundle;
import dev.sluice.bundle.testing.TestPair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pairing that demands a composite signature beside each other one. */
class DemandsTest {
  private static final String COMPOSITE = "SHA256SUMS.export-pq.sig";

  private final TestPair pair = TestPair.demanding(Set.of(Demand.COMPOSITE));

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    TestBundle.of(pair, Direction.LOW_TO_HIGH).writeTo(folder);
  }

  private void assertRefused(RejectionReason reason) {
    assertThatThrownBy(
            () ->
                BundleVerifier.verify(
                    UntrustedBundle.at(folder, BundleLimits.STANDARD),
                    Trust.ofSite(Direction.LOW_TO_HIGH, List.of(pair.pairing()))))
        .isInstanceOfSatisfying(
            BundleRejectedException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.subject()).isEqualTo(COMPOSITE);
            });
  }

  @Test
  void bundleWithBothSignatures_isVerified() throws Exception {
    assertThat(folder.resolve(COMPOSITE)).exists();
    BundleVerifier.verify(
        UntrustedBundle.at(folder, BundleLimits.STANDARD),
        Trust.ofSite(Direction.LOW_TO_HIGH, List.of(pair.pairing())));
  }

  @Test
  void strippedSecondSignature_isRefused() throws Exception {
    Files.delete(folder.resolve(COMPOSITE));
    assertRefused(RejectionReason.SIGNATURE_MISSING);
  }

  @Test
  void firstSignatureInPlaceOfTheSecond_isRefused() throws Exception {
    Files.delete(folder.resolve(COMPOSITE));
    Files.copy(folder.resolve("SHA256SUMS.export.sig"), folder.resolve(COMPOSITE));
    assertRefused(RejectionReason.UNKNOWN_SIGNER);
  }

  @Test
  void secondSignatureOfAnotherBundle_isRefused() throws Exception {
    Path other = Files.createDirectory(folder.resolveSibling("other-" + folder.getFileName()));
    TestBundle.of(pair, Direction.LOW_TO_HIGH).writeTo(other);
    Files.write(folder.resolve(COMPOSITE), Files.readAllBytes(other.resolve(COMPOSITE)));
    assertRefused(RejectionReason.SIGNATURE_INVALID);
  }

  @Test
  void secondSignatureOfTheOtherSide_isRefused() throws Exception {
    byte[] foreign =
        pair.high()
            .composite()
            .sign(
                dev.sluice.bundle.ssh.Namespace.EXPORT,
                Files.readAllBytes(folder.resolve("SHA256SUMS")))
            .armoured();
    Files.write(folder.resolve(COMPOSITE), foreign);
    assertRefused(RejectionReason.UNKNOWN_SIGNER);
  }

  @Test
  void endlessSecondSignature_isRefused() throws Exception {
    Files.write(folder.resolve(COMPOSITE), new byte[20_000]);
    assertRefused(RejectionReason.LIMIT);
  }

  @Test
  void demandTakenOutOfThePairing_losesItsSignatures() {
    byte[] signed = TestPair.signed(pair.pairing().pairing(), pair.low(), pair.high()).bytes();
    byte[] weaker =
        new String(signed, UTF_8).replace("\"demands\":[\"composite\"],", "").getBytes(UTF_8);
    assertThat(weaker).hasSizeLessThan(signed.length);
    assertThatThrownBy(() -> SignedPairing.parse(weaker))
        .isInstanceOfSatisfying(
            PairingException.class,
            e -> assertThat(e.reason()).isEqualTo(PairingException.Reason.SIGNATURE_INVALID));
  }

  @Test
  void demandsInAnyOtherForm_areRefused() {
    byte[] signed = TestPair.signed(pair.pairing().pairing(), pair.low(), pair.high()).bytes();
    for (String other :
        List.of("[]", "[\"post-quantum\"]", "[\"user-verification\",\"composite\"]")) {
      byte[] bent = new String(signed, UTF_8).replace("[\"composite\"]", other).getBytes(UTF_8);
      assertThatThrownBy(() -> SignedPairing.parse(bent))
          .isInstanceOfSatisfying(
              PairingException.class,
              e -> assertThat(e.reason()).isEqualTo(PairingException.Reason.FORM));
    }
  }

  @Test
  void demandThatACardCannotMeet_makesNoPairing() {
    TestPair plain = TestPair.create(AgeSuite.X25519);
    Pairing old = plain.pairing().pairing();
    assertThatThrownBy(
            () ->
                new Pairing(
                    old.low(),
                    old.high(),
                    old.suite(),
                    old.payload(),
                    old.expires(),
                    Set.of(Demand.COMPOSITE),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
