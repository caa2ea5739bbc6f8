package dev.sluice.importer;

import dev.sluice.bundle.age.AgeIdentity;
import dev.sluice.bundle.pairing.ConfirmedPairing;
import java.io.IOException;

/** The identity that opens bundles of a pairing, unlocked only when it is needed. */
public interface IdentitySource<X extends Exception> {
  AgeIdentity identityFor(ConfirmedPairing pairing) throws IOException, X;
}
