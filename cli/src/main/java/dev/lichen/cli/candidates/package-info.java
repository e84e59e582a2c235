/**
 * Writes items to be ranked: K answers to each prompt, by one or several models, each with all that it takes to write it
 * again ({@link dev.lichen.cli.candidates.CandidatesStage}).
 */
@NullMarked
package dev.lichen.cli.candidates;

import org.jspecify.annotations.NullMarked;
