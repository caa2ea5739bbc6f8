/**
 * The research workflow on one side: who asks, with which code, for which data, and what comes of
 * it.
 *
 * <p>{@link dev.sluice.datasite.Datasite} is the side as this package works on it; there is one
 * class of actions per kind of thing, such as {@link dev.sluice.datasite.Requests}, and one record
 * to look at it, such as {@link dev.sluice.datasite.Request}. Text in these records may come from
 * the other side and is untrusted.
 *
 * <p>Every change is one write with its audit event. What this package writes keeps the rules that
 * the other side will check, so it is never refused there for its form.
 */
package dev.sluice.datasite;
