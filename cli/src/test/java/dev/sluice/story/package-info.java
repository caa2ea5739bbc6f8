/** Whole stories through the real program, one process per command. */
package dev.sluice.story;
