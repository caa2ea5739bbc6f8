/**
 * Volumes as archives: a canonical ustar with content-addressed names, compressed with zstd.
 *
 * <p>The only package that imports Commons Compress and zstd-jni.
 */
package dev.sluice.bundle.archive;
