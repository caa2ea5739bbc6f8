package dev.sluice.state.store;

import dev.sluice.state.PartRef;

/**
 * A tracked file, as it was read last.
 *
 * @param stamp what the file system said of it; the store compares it with nothing
 * @param content what it held
 */
public record Sighting(String stamp, PartRef content) {}
