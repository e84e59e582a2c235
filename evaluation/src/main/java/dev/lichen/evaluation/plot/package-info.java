/**
 * Draws the report's figures as inline SVG: no script, no picture file, colours taken from the page.
 *
 * <p>A figure is a record of its data; {@code draw()} gives its markup. Shapes carry class names only, so that one style
 * sheet serves light, dark and print. Axes use the numbers people would choose themselves: steps of 1, 2 or 5 times a
 * power of ten ({@link dev.lichen.evaluation.plot.Axis}). Every figure has a title that a screen reader reads.
 */
@NullMarked
package dev.lichen.evaluation.plot;

import org.jspecify.annotations.NullMarked;
