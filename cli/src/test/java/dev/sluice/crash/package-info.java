/**
 * What a crash leaves behind, after every system call of the commands that carry something over.
 *
 * <p>A command runs in a process of its own whose {@link dev.sluice.crash.Effect}s on files a
 * preloaded library writes down ({@code src/test/c/effects.c}). {@link
 * dev.sluice.crash.KillSweepIT} runs it again and ends the process before each of them; {@link
 * dev.sluice.crash.DiskErrorIT} lets one of them fail; {@link dev.sluice.crash.PowerCutIT} takes
 * the recording and makes of it what a disk may hold when the power fails. Either way the site has
 * to stand where it stood before one of its commits or after it, and the same command run again has
 * to finish the work.
 */
package dev.sluice.crash;
