package dev.sluice.bundle.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.bundle.crypto.Ed25519;
import dev.sluice.bundle.testing.SeededRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent that answers well, and many that don't. */
class AgentKeyTest {
  private static final byte[] MESSAGE = "a list of sums".getBytes(US_ASCII);
  private static final byte[] SEED = Ed25519.generateSeed(SeededRandom.of("agent"));

  private final SshPublicKey publicKey = SshPublicKey.ofSeed(SEED);

  private static byte[] plain(byte[] value) {
    return new WireWriter().name("ssh-ed25519").string(value).toBytes();
  }

  private static byte[] answer(int kind, byte[] string) {
    return new WireWriter().literal(new byte[] {(byte) kind}).string(string).toBytes();
  }

  /** What an agent is asked to sign. */
  private static byte[] asked(byte[] request) throws SshException {
    var reader = new WireReader(request, SshException.Reason.SIGNATURE_FORMAT);
    assertThat(reader.bytes(1, "kind")[0]).isEqualTo((byte) 13);
    reader.string("key");
    byte[] signed = reader.string("data");
    reader.uint32(0, "flags");
    reader.end();
    return signed;
  }

  private AgentKey key(AgentChannel agent) {
    return new AgentKey(publicKey, agent);
  }

  /** An agent that has the key. */
  private static AgentChannel honest() {
    return request -> {
      try {
        return answer(14, plain(Ed25519.sign(SEED, asked(request))));
      } catch (SshException e) {
        throw new AssertionError(e);
      }
    };
  }

  private void assertFails(AgentException.Reason reason, AgentChannel agent) {
    assertThatExceptionOfType(AgentException.class)
        .isThrownBy(() -> key(agent).sign(Namespace.EXPORT, MESSAGE))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void goodAnswer_isASignatureLikeAnyOther() throws Exception {
    SshSignature signature = key(honest()).sign(Namespace.EXPORT, MESSAGE);
    assertThat(
            SshSignature.parse(signature.armoured())
                .verify(Namespace.EXPORT, MESSAGE, List.of(publicKey)))
        .isEqualTo(publicKey);
    assertThat(signature.armoured())
        .isEqualTo(new SigningKey(SEED.clone()).sign(Namespace.EXPORT, MESSAGE).armoured());
  }

  @Test
  void refusal_isSaidSo() {
    assertFails(AgentException.Reason.REFUSED, request -> new byte[] {5});
  }

  @Test
  void signatureOfSomethingElse_isNotHandedOn() {
    assertFails(
        AgentException.Reason.ANSWER, request -> answer(14, plain(Ed25519.sign(SEED, MESSAGE))));
  }

  @Test
  void signatureOfAnotherKey_isNotHandedOn() {
    byte[] other = Ed25519.generateSeed(SeededRandom.of("another agent"));
    assertFails(
        AgentException.Reason.ANSWER, request -> answer(14, plain(Ed25519.sign(other, request))));
  }

  @Test
  void signatureOfAnotherAlgorithm_isNotHandedOn() {
    byte[] rsa = new WireWriter().name("rsa-sha2-512").string(new byte[256]).toBytes();
    assertFails(AgentException.Reason.ANSWER, request -> answer(14, rsa));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 20, 60})
  void answerCutAnywhere_isRefused(int length) {
    assertFails(
        AgentException.Reason.ANSWER, request -> Arrays.copyOf(honest().ask(request), length));
  }

  @Test
  void answerOfAnotherKind_orWithMoreBehindIt_isRefused() {
    assertFails(AgentException.Reason.ANSWER, request -> new byte[] {6});
    assertFails(AgentException.Reason.ANSWER, request -> Arrays.copyOf(honest().ask(request), 200));
  }

  @Test
  void lengthsBeyondTheAnswer_areRefused() {
    byte[] huge = {14, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff};
    byte[] negative = {14, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
    assertFails(AgentException.Reason.ANSWER, request -> huge);
    assertFails(AgentException.Reason.ANSWER, request -> negative);
  }

  @Test
  void untouchedHardwareKey_signsNothing() throws Exception {
    var token = new HardwareKey();
    token.flags = 0;
    var key =
        new AgentKey(
            token.publicKey(),
            request -> {
              try {
                return answer(14, token.signatureBlob(asked(request)));
              } catch (SshException e) {
                throw new AssertionError(e);
              }
            });
    assertThatExceptionOfType(AgentException.class)
        .isThrownBy(() -> key.sign(Namespace.EXPORT, MESSAGE))
        .withMessageContaining("touched");
    token.flags = 1;
    assertThat(key.sign(Namespace.EXPORT, MESSAGE).presence().orElseThrow().touched()).isTrue();
  }

  @Test
  void keysOfTheAgent_areListed_andForeignTypesLeftOut() throws Exception {
    byte[] foreign = new WireWriter().name("ssh-rsa").string(new byte[3]).toBytes();
    byte[] list =
        new WireWriter()
            .literal(new byte[] {12})
            .uint32(2)
            .string(foreign)
            .name("old key")
            .string(publicKey.blob())
            .name("a comment")
            .toBytes();
    assertThat(AgentKey.keys(request -> list)).containsExactly(publicKey);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2, 2049, Integer.MAX_VALUE})
  void listThatClaimsMoreKeysThanItHas_isRefused(int count) {
    byte[] list =
        new WireWriter()
            .literal(new byte[] {12})
            .uint32(count)
            .string(publicKey.blob())
            .name("")
            .toBytes();
    assertThatExceptionOfType(AgentException.class)
        .isThrownBy(() -> AgentKey.keys(request -> list));
  }
}
