package dev.sluice.bundle.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedSignersTest {
  private final SshPublicKey key = SigningKey.generate(new SecureRandom()).publicKey();

  @Test
  void file_hasOneLineForEachSignerWithItsActsInFixedOrder() {
    String text =
        new AllowedSigners()
            .allow("low", Set.of(Namespace.RECEIPT, Namespace.EXPORT), key)
            .allow("anna-2", Set.of(Namespace.REVIEW), key)
            .text();
    assertThat(text)
        .isEqualTo(
            "low namespaces=\"sluice-export.v1@sluice.dev,sluice-receipt.v1@sluice.dev\" "
                + key.openSshText()
                + "\nanna-2 namespaces=\"sluice-review.v1@sluice.dev\" "
                + key.openSshText()
                + "\n");
  }

  @Test
  void nobodyAllowed_isAnEmptyFile() {
    assertThat(new AllowedSigners().text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "a?", "!low", "a,b", "a b", "Low", "a\n", "a\"", "#a", "é"})
  void principalThatTheFileWouldReadDifferently_isRefused(String principal) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AllowedSigners().allow(principal, Set.of(Namespace.EXPORT), key));
  }

  @Test
  void principalOfThirtyTwoCharacters_isTheLongest() {
    var signers = new AllowedSigners().allow("a".repeat(32), Set.of(Namespace.EXPORT), key);
    assertThat(signers.text()).startsWith("a".repeat(32) + " ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> signers.allow("a".repeat(33), Set.of(Namespace.EXPORT), key));
  }

  @Test
  void signerWithoutAnAct_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AllowedSigners().allow("low", EnumSet.noneOf(Namespace.class), key))
        .withMessage("an allowed signer needs a namespace");
  }
}
