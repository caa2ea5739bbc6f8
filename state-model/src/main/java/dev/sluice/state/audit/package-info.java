/**
 * The record of who did what on a side: one hash-chained entry for every change of the store.
 *
 * <p>This package knows how an entry looks and how a chain is checked; where entries are kept is
 * the store's business.
 */
package dev.sluice.state.audit;
