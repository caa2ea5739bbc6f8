/** Plain values of the bundle format, and the one refusal that all its readers share. */
package dev.sluice.bundle.model;
