/**
 * Runs one piece of a researcher's code on private assets, as one process with limits, and says how
 * it ended and what kept it in.
 *
 * <p>The code is hostile until proven otherwise. What it finds is the same in every language:
 *
 * <ul>
 *   <li>two arguments: the input path and the result path;
 *   <li>an environment of {@code SLUICE_INPUT} and {@code SLUICE_RESULT} (the same two paths),
 *       {@code SLUICE_SCRATCH} (working folder, also {@code HOME} and {@code TMPDIR}), {@code PATH}
 *       and {@code LANG}, and nothing else of the site's;
 *   <li>an empty standard input, and two output streams that are cut at a limit;
 *   <li>the input path is the asset's file when there is one asset, else a folder of them by name.
 * </ul>
 *
 * <p>A run is complete when the process exits with 0 and has left a plain file at the result path.
 * In Python a function with the request's name may stand in for reading and writing files. The page
 * {@code docs/code-contract.md} tells researchers all of this; it and this package change together.
 *
 * <p>How well the code is kept in depends on the machine: {@link dev.sluice.datasite.run.Isolation}
 * has the three levels, and every outcome names the one it had.
 */
package dev.sluice.datasite.run;
