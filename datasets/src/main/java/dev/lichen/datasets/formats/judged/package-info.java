/** Reads and writes comparisons of models' answers by people or models: UltraFeedback, summaries, the Arena, HelpSteer2, InstructGPT. */
@NullMarked
package dev.lichen.datasets.formats.judged;

import org.jspecify.annotations.NullMarked;
