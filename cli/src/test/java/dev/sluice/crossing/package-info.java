/** What crosses between two sites, told through the modules' own types and real bundles. */
package dev.sluice.crossing;
