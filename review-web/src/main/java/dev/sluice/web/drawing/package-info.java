/** Pictures of what happened, as SVG without script, style sheet or anything from elsewhere. */
package dev.sluice.web.drawing;
