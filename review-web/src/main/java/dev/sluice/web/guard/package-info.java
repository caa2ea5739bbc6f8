/** Who may talk to the page: one browser, started by the reviewer, showing the page itself. */
package dev.sluice.web.guard;
