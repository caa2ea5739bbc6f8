package dev.sluice.bundle.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithContext;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * Signatures by ML-DSA-44 (FIPS 204) and Ed25519 together, MLDSA44-Ed25519-SHA512 of
 * draft-ietf-lamps-pq-composite-sigs with an empty context: a forger has to break both.
 *
 * <p>Keys, seeds and signatures are the two halves one after the other, ML-DSA first.
 */
public final class CompositeSignature {
  /** Length in bytes of both secret seeds. */
  public static final int SEED_LENGTH = 64;

  /** Length in bytes of a public key. */
  public static final int PUBLIC_KEY_LENGTH = 1344;

  /** Length in bytes of a signature. */
  public static final int SIGNATURE_LENGTH = 2484;

  private static final int LATTICE_SEED = SEED_LENGTH - Ed25519.SEED_LENGTH;
  private static final int LATTICE_KEY = PUBLIC_KEY_LENGTH - Ed25519.PUBLIC_KEY_LENGTH;
  private static final int LATTICE_SIGNATURE = SIGNATURE_LENGTH - Ed25519.SIGNATURE_LENGTH;
  private static final MLDSAParameters PARAMETERS = MLDSAParameters.ml_dsa_44;
  private static final byte[] PREFIX = "CompositeAlgorithmSignatures2025".getBytes(US_ASCII);
  private static final byte[] LABEL = "COMPSIG-MLDSA44-Ed25519-SHA512".getBytes(US_ASCII);

  private CompositeSignature() {}

  /** Fresh secret seeds. */
  public static byte[] generateSeeds(SecureRandom random) {
    byte[] seeds = new byte[SEED_LENGTH];
    random.nextBytes(seeds);
    return seeds;
  }

  /** The public key that belongs to {@code seeds}. */
  public static byte[] publicKey(byte[] seeds) {
    return join(lattice(seeds).getPublicKey(), Ed25519.publicKey(classic(seeds, LATTICE_SEED)));
  }

  /** Whether {@code key} is a public key whose Ed25519 half {@link Ed25519#isPublicKey} takes. */
  public static boolean isPublicKey(byte[] key) {
    return key.length == PUBLIC_KEY_LENGTH && Ed25519.isPublicKey(classic(key, LATTICE_KEY));
  }

  /** Signs {@code message}; the ML-DSA half is hedged with {@code random}. */
  public static byte[] sign(byte[] seeds, byte[] message, SecureRandom random) {
    byte[] representative = representative(message);
    var signer = new MLDSASigner();
    signer.init(
        true, new ParametersWithContext(new ParametersWithRandom(lattice(seeds), random), LABEL));
    signer.update(representative, 0, representative.length);
    try {
      return join(
          signer.generateSignature(), Ed25519.sign(classic(seeds, LATTICE_SEED), representative));
    } catch (CryptoException e) {
      throw new IllegalStateException("ML-DSA signs every message", e);
    }
  }

  /** Whether both halves of {@code signature} fit; false for anything malformed. */
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_LENGTH || !isPublicKey(publicKey)) {
      return false;
    }
    byte[] representative = representative(message);
    var verifier = new MLDSASigner();
    var key = new MLDSAPublicKeyParameters(PARAMETERS, Arrays.copyOf(publicKey, LATTICE_KEY));
    verifier.init(false, new ParametersWithContext(key, LABEL));
    verifier.update(representative, 0, representative.length);
    return verifier.verifySignature(Arrays.copyOf(signature, LATTICE_SIGNATURE))
        && Ed25519.verify(
            classic(publicKey, LATTICE_KEY), representative, classic(signature, LATTICE_SIGNATURE));
  }

  /** M' of the draft, with a context of no bytes. */
  private static byte[] representative(byte[] message) {
    return join(PREFIX, LABEL, new byte[1], sha512(message));
  }

  private static byte[] sha512(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  private static MLDSAPrivateKeyParameters lattice(byte[] seeds) {
    return new MLDSAPrivateKeyParameters(PARAMETERS, Arrays.copyOf(seeds, LATTICE_SEED));
  }

  private static byte[] classic(byte[] both, int from) {
    return Arrays.copyOfRange(both, from, both.length);
  }

  private static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
