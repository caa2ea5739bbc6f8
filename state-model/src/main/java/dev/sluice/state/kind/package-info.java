/**
 * Kinds of objects as declarations: what each field and part is, and how objects tie together.
 *
 * <p>The built-in kinds are JSON resources beside this package; a site adds its own through {@link
 * dev.sluice.state.kind.Kinds#withDeclarations}.
 */
package dev.sluice.state.kind;
