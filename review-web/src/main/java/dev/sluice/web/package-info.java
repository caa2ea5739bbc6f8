/**
 * The review page: one reviewer looks at what would cross and decides, in a browser on the same
 * machine.
 *
 * <p>{@link dev.sluice.web.ReviewServer} serves it. What it shows and does comes from a {@link
 * dev.sluice.web.desk.Desk}, so the page itself holds no rule about batches and no secret of the
 * site. All text of other people passes {@code SafeText} and the escaping of the templates.
 */
package dev.sluice.web;
