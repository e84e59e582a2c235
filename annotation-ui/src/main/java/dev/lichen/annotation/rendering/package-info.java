/**
 * Turns text that a person or a model wrote into HTML that is safe to show beside other people's work.
 *
 * <p>{@link dev.lichen.annotation.rendering.MarkdownText} reads Markdown. HTML in the text is shown as the characters that
 * it is, images become words, TeX becomes MathML, links lead nowhere by themselves: nothing is fetched from anywhere, nothing runs. What comes
 * out passes a list of allowed elements once more, so that two walls must fall before anything foreign reaches a page.
 */
@NullMarked
package dev.lichen.annotation.rendering;

import org.jspecify.annotations.NullMarked;
