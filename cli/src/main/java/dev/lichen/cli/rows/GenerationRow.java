package dev.lichen.cli.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.lm.tokenizer.TokenSequence;

/**
 * A row to be continued.
 *
 * @param json the row as it was read
 * @param prompt its tokens, the opening of the assistant's turn included
 * @param isText whether the continuation is text to be decoded, or ids only
 */
public record GenerationRow(ObjectNode json, TokenSequence prompt, boolean isText) {}
