/**
 * The one way to change objects: keeps versions, references and the list of what to export in step.
 */
package dev.sluice.state.edit;
