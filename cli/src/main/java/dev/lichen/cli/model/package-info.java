/**
 * Opens model folders for commands: weights, tokenizer and chat template in one object:
 * {@link dev.lichen.cli.model.LoadedModel}.
 */
@NullMarked
package dev.lichen.cli.model;

import org.jspecify.annotations.NullMarked;
