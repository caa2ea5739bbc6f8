/** Kinds of objects as declarations: what each field and part is, and how objects tie together. */
package dev.sluice.state.kind;
