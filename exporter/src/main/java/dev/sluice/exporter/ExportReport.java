package dev.sluice.exporter;

import dev.sluice.canonical.Digest;
import java.nio.file.Path;

/**
 * A bundle that was written and read back.
 *
 * @param number its number
 * @param root its name in ledgers
 * @param folder where it lies
 * @param volumes how many volumes
 * @param bytes their length in all
 * @param batches how many batches it carries
 */
public record ExportReport(
    long number, Digest root, Path folder, int volumes, long bytes, int batches) {}
