package dev.sluice.web.page;

import java.util.List;

/**
 * A page that says one thing: that something was done, or why not.
 *
 * @param frame around it
 * @param sentence what there is to say
 * @param details more lines about it
 * @param next where to go on; empty for nowhere
 * @param nextWords what stands on that link
 */
record NoticePage(
    Frame frame, Marked sentence, List<Marked> details, String next, String nextWords) {}
