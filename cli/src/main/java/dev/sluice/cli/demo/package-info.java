/** The whole story in one command: two sites, a guard, a stick, and what crosses. */
package dev.sluice.cli.demo;
