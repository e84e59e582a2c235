/**
 * Tells in which language a text is written.
 *
 * <p>{@link dev.lichen.datasets.language.LanguageIdentifier} asks the script first, which settles Chinese, Japanese and
 * Korean, and for the others a naive Bayes model of character n-grams (Apache OpenNLP's, of 103 languages), whose prior
 * is corrected: most data here are English.
 */
@NullMarked
package dev.lichen.datasets.language;

import org.jspecify.annotations.NullMarked;
