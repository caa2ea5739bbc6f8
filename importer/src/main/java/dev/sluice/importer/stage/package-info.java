/** What waits for a decision: read back from custody, proved again, compared with the state. */
package dev.sluice.importer.stage;
