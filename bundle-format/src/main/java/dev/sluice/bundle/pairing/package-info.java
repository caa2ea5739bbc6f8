/**
 * Who may talk to whom: cards of the two sides, and the pairing that both have signed.
 *
 * <p>A {@link dev.sluice.bundle.pairing.Card} is what one side hands out. A {@link
 * dev.sluice.bundle.pairing.Pairing} merges two cards with the rules for their bundles; its digest
 * stands in every manifest. Only a {@link dev.sluice.bundle.pairing.ConfirmedPairing}, signed by
 * both sides, is ever used to believe a bundle.
 */
package dev.sluice.bundle.pairing;
