/**
 * Where a side keeps its state: one SQLite database and a folder of blobs named by their content.
 *
 * <p>{@link dev.sluice.state.store.StateStore} is the door. What a caller sees inside a transaction
 * is a {@link dev.sluice.state.store.StoreView}, and inside a write a {@link
 * dev.sluice.state.store.StoreTransaction}; there is no other way to change anything, and a write
 * takes the audit event that explains it. SQL stays in this package, one class per table.
 */
package dev.sluice.state.store;
