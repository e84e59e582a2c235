/** Pretraining from text and supervised fine-tuning on demonstrations. */
@NullMarked
package dev.lichen.sft;

import org.jspecify.annotations.NullMarked;
