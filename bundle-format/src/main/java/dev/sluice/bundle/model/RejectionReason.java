package dev.sluice.bundle.model;

/** Why a bundle was refused. The constant is the stable code in JSON output and in test vectors. */
public enum RejectionReason {
  /** The folder holds no signed root; an export that was interrupted looks like this. */
  NOT_A_BUNDLE,
  /** A file that the signed root does not list. */
  UNDECLARED_FILE,
  /** A link, folder or device where a regular file belongs. */
  NOT_A_FILE,
  /** A size or count beyond the limits of the format. */
  LIMIT,
  /** The signature file is not a strict SSHSIG, or does not fit the root. */
  SIGNATURE_INVALID,
  /** A second signature that the pairing demands is not there. */
  SIGNATURE_MISSING,
  /** A hardware key signed without the touch or the PIN that the pairing demands. */
  SIGNER_NOT_PRESENT,
  /** A good signature of a key that no confirmed pairing names. */
  UNKNOWN_SIGNER,
  /** SHA256SUMS breaks its grammar. */
  SUMS_FORM,
  /** manifest.json is not what this version would write. */
  MANIFEST_FORM,
  /** Written by a newer or unknown version of the format. */
  UNKNOWN_FORMAT,
  /** Sealed under a pairing that another one has taken the place of since. */
  PAIRING_SUPERSEDED,
  /** Sealed after the signer's key was revoked. */
  KEY_REVOKED,
  /** Sealed after the last day of its pairing, or read long after it. */
  PAIRING_EXPIRED,
  /** Sealed for another pairing than ours with this signer. */
  WRONG_RECIPIENT,
  /** One of our own bundles, handed back. */
  OWN_BUNDLE,
  /** Payload mode, stanza count or volume size other than the pairing says. */
  PAIRING_POLICY,
  /** A listed file is not there. */
  FILE_MISSING,
  /** A listed file has other bytes than the signed root says. */
  FILE_DAMAGED,
  /** No identity of ours opens the volumes. */
  NO_IDENTITY,
  /** A volume decrypts or unpacks to something that breaks the format. */
  VOLUME_FORM,
  /** A volume unpacks to more than the manifest says. */
  EXPANSION,
  /** The encrypted table of contents contradicts the manifest or the entries. */
  CONTENTS_MISMATCH
}
