/** What crossed in one bundle, put together from the store for people and for programs. */
package dev.sluice.web.report;
