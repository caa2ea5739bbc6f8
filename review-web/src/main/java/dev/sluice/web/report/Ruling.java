package dev.sluice.web.report;

import java.time.Instant;

/**
 * What somebody said, and why.
 *
 * @param verdict in a word
 * @param by who; untrusted text
 * @param at when
 * @param reason why; untrusted text, may be empty
 */
public record Ruling(String verdict, String by, Instant at, String reason) {}
