/**
 * Genuine bundles that could not be taken in: kept whole, so that a person can look at what they
 * hold and save what exists nowhere else. Nothing here becomes part of the state.
 */
package dev.sluice.importer.quarantine;
