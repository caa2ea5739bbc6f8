package dev.sluice.bundle.ssh;

import dev.sluice.bundle.ssh.AgentException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A key whose secret half is in an ssh-agent, and perhaps in a token behind it
 * (draft-ietf-sshm-ssh-agent).
 *
 * <p>What the agent answers is not believed: a signature is handed on only if it verifies.
 */
public final class AgentKey implements Signer {
  private static final int REQUEST_IDENTITIES = 11;
  private static final int IDENTITIES = 12;
  private static final int REQUEST_SIGNATURE = 13;
  private static final int SIGNATURE = 14;
  private static final int FAILURE = 5;
  private static final int MOST_KEYS = 2048;

  private final SshPublicKey publicKey;
  private final AgentChannel agent;

  public AgentKey(SshPublicKey publicKey, AgentChannel agent) {
    this.publicKey = publicKey;
    this.agent = agent;
  }

  /** The keys that {@code agent} holds; those of types that are not supported are left out. */
  public static List<SshPublicKey> keys(AgentChannel agent) throws IOException {
    try {
      WireReader answer = ask(agent, new byte[] {REQUEST_IDENTITIES}, IDENTITIES);
      var keys = new ArrayList<SshPublicKey>();
      int count = answer.uint32("number of keys");
      if (count < 0 || count > MOST_KEYS) {
        throw answer.refused("the agent has too many keys");
      }
      for (int i = 0; i < count; i++) {
        byte[] blob = answer.string("key");
        answer.string("comment");
        add(keys, blob);
      }
      answer.end();
      return List.copyOf(keys);
    } catch (SshException e) {
      throw nonsense();
    }
  }

  private static void add(List<SshPublicKey> keys, byte[] blob) {
    try {
      keys.add(SshPublicKey.ofBlob(blob, SshException.Reason.KEY_FORMAT));
    } catch (SshException e) {
      // Agents hold keys of all types; whoever looks for one of those does not find it here.
      return;
    }
  }

  @Override
  public SshPublicKey publicKey() {
    return publicKey;
  }

  @Override
  public SshSignature sign(Namespace namespace, byte[] message) throws IOException {
    byte[] signed = SshSignature.signedBytes(namespace, SignedHash.SHA512, message);
    byte[] request =
        new WireWriter()
            .literal(new byte[] {REQUEST_SIGNATURE})
            .string(publicKey.blob())
            .string(signed)
            .uint32(0)
            .toBytes();
    try {
      WireReader answer = ask(agent, request, SIGNATURE);
      WireReader blob = answer.nested("signature");
      answer.end();
      SignatureValue value = SignatureValue.read(publicKey.type(), blob);
      var signature = new SshSignature(publicKey, namespace, SignedHash.SHA512, value);
      signature.verify(namespace, message, List.of(publicKey));
      return signature;
    } catch (SshException e) {
      throw e.reason() == SshException.Reason.NOT_PRESENT
          ? new AgentException(Reason.REFUSED, "the hardware key signed without being touched")
          : nonsense();
    }
  }

  private static WireReader ask(AgentChannel agent, byte[] request, int expected)
      throws IOException, SshException {
    var answer = new WireReader(agent.ask(request), SshException.Reason.SIGNATURE_FORMAT);
    int kind = answer.bytes(1, "kind of answer")[0];
    if (kind == FAILURE) {
      throw new AgentException(
          Reason.REFUSED, "the agent did not sign: the key is gone, or nobody confirmed");
    }
    if (kind != expected) {
      throw nonsense();
    }
    return answer;
  }

  private static AgentException nonsense() {
    return new AgentException(Reason.ANSWER, "what the agent answered is not a good signature");
  }
}
