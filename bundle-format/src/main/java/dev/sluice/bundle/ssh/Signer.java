package dev.sluice.bundle.ssh;

import java.io.IOException;

/** A key that can sign, wherever its secret half is. */
public interface Signer {
  SshPublicKey publicKey();

  /**
   * Signs the SHA-512 of {@code message} for the act {@code namespace}.
   *
   * @throws IOException when the secret half is elsewhere and does not sign, as {@link
   *     AgentException}
   */
  SshSignature sign(Namespace namespace, byte[] message) throws IOException;
}
