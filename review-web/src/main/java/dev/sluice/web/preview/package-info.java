/**
 * Content of results and logs as plain values that a page can show: nothing of it is believed, run
 * or handed to a program that would.
 */
package dev.sluice.web.preview;
