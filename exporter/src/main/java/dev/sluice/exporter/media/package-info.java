/** Putting a bundle onto a removable medium, and reading it back. */
package dev.sluice.exporter.media;
