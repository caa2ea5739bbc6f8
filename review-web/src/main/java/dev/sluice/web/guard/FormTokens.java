package dev.sluice.web.guard;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks forms that this page gave out. A token fits one address at one moment of the state, so a
 * form cannot be sent elsewhere or claim to be newer than it is.
 */
public final class FormTokens {
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  public FormTokens(SecureRandom random) {
    this.key = Secret.bytes(random);
  }

  /**
   * The token of a form.
   *
   * @param path where the form is sent to
   * @param sequence audit sequence of the state it shows
   */
  public String token(String path, String sequence) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      byte[] code = mac.doFinal((path + "\n" + sequence).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether {@code token} was made for exactly this. */
  public boolean fits(String token, String path, String sequence) {
    return MessageDigest.isEqual(
        token(path, sequence).getBytes(US_ASCII), token.getBytes(US_ASCII));
  }
}
