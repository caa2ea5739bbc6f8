/**
 * What each screen shows, and the templates that draw it. Values become text of a page in {@link
 * dev.sluice.web.page.Marked} only, where hidden characters get their marks and markup its escapes.
 */
package dev.sluice.web.page;
