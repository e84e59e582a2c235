/** Reads and writes collections of questions, solutions, judges' prompts and texts. */
@NullMarked
package dev.lichen.datasets.formats.questions;

import org.jspecify.annotations.NullMarked;
