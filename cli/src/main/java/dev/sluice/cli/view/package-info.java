/**
 * Batches, diffs and plans as commands print them: lines of {@link dev.sluice.state.text.SafeText}
 * for people and JSON for programs, drawn from the same model.
 */
package dev.sluice.cli.view;
