/** Files that only their owner may read, and how they are made durable. */
package dev.sluice.state.files;
