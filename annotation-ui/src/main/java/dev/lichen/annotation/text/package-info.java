/**
 * The words of the pages, in every language that the app speaks; {@link dev.lichen.annotation.text.PageTexts} finds them.
 *
 * <p>A language is one file, {@code texts/zh.properties}; all files have the same keys, which a test checks.
 */
@NullMarked
package dev.lichen.annotation.text;

import org.jspecify.annotations.NullMarked;
