package dev.sluice.datasite;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A dataset to add or to bring up to date.
 *
 * @param name up to 80 letters, digits, dots, hyphens and underscores; code finds the data in a
 *     file of that name with the format as its ending
 * @param description may be empty
 * @param owner e-mail of the data owner
 * @param mock made-up data; the ending of its file is the format: json, csv, txt or bin
 * @param data the private data in the same format, on the high side only; without it, private data
 *     that are there already stay
 */
public record DatasetDraft(
    String name, String description, String owner, Path mock, Optional<Path> data) {}
