package dev.sluice.importer.receive;

import dev.sluice.bundle.VerifiedBundle;

/**
 * A bundle that was taken into custody.
 *
 * @param bundle what was verified
 * @param peer who sent it
 * @param fresh batches that were new here
 * @param repeated batches that were held already
 * @param outcomes what the peer told about our batches
 * @param returned batches that the peer lost in a restore and that go back to it
 * @param confirmed position up to which the peer now holds our feed
 */
public record ImportReport(
    VerifiedBundle bundle,
    String peer,
    int fresh,
    int repeated,
    int outcomes,
    int returned,
    long confirmed) {}
