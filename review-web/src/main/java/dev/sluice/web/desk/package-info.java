/** What the page needs of a site: the port, and the values that pass through it. */
package dev.sluice.web.desk;
