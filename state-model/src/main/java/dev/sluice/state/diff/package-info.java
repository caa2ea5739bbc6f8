/**
 * What a batch would change here, as data: no markup, no escaping, nothing cut for display.
 *
 * <p>Every text in it comes from the other side and is untrusted. {@link
 * dev.sluice.state.diff.Comparison} makes diffs, {@link dev.sluice.state.diff.ThreeWay} says how a
 * version stands to the one that is here, {@link dev.sluice.state.diff.Merge} makes one object of
 * both.
 */
package dev.sluice.state.diff;
