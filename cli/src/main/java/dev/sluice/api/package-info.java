/**
 * A site for programs: the same steps as on the command line, on the same model, without a
 * terminal.
 */
package dev.sluice.api;
