/** Decisions about what waits: only those whose signature fits and whose content is unchanged. */
package dev.sluice.importer.review;
