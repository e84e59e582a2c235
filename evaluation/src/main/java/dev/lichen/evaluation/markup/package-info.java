/**
 * Writes HTML and SVG that stay what their author meant, whatever the text in them says.
 *
 * <p>The main type is {@link dev.lichen.evaluation.markup.Markup}, a tree of elements built from the outside in. All
 * text goes through {@link dev.lichen.evaluation.markup.VisibleText}: a model's answer may hold tags, control
 * characters or bidirectional overrides, and a reader must see them as characters and never as their effect.
 */
@NullMarked
package dev.lichen.evaluation.markup;

import org.jspecify.annotations.NullMarked;
