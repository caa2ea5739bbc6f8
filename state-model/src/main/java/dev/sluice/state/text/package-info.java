/**
 * Untrusted text, made safe to look at.
 *
 * <p>{@link dev.sluice.state.text.SafeText} is the only form in which names, reasons, file names,
 * log lines and error messages reach a terminal, a page or a report. Characters that could hide or
 * reorder what a reviewer sees stand there as visible marks such as {@code [U+202E]}.
 */
package dev.sluice.state.text;
