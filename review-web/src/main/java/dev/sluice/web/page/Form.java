package dev.sluice.web.page;

/**
 * What a form carries besides the reviewer's words.
 *
 * @param action where it is sent to
 * @param sequence audit sequence of the state that the page shows
 * @param token proof that this page made the form
 */
public record Form(String action, String sequence, String token) {}
