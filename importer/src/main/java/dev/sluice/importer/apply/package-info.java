/** From approved batches to a changed state: a plan that can be looked at, then one write. */
package dev.sluice.importer.apply;
