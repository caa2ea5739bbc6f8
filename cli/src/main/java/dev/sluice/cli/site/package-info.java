/**
 * A site as a folder: its name, its keys, its peers, its store.
 *
 * <pre>
 * site.json                     name and side
 * keys/card.json                what to hand out
 * keys/signing.key              OpenSSH, or signing.key.age when a passphrase protects it
 * keys/identity-SUITE.txt       age identities, likewise
 * peers/NAME/pairing.json       the pairing; believed once both sides have signed it
 * peers/NAME/allowed_signers    the same for a stock ssh-keygen
 * store/                        state, feeds, decisions, audit, blobs
 * staging/                      bundles being received
 * </pre>
 */
package dev.sluice.cli.site;
