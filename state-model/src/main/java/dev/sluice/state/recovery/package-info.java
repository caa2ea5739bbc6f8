/**
 * Going on after a restore from a backup: a site's own recovery, and what the peer of a recovered
 * site does for it.
 */
package dev.sluice.state.recovery;
