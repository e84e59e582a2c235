package dev.lichen.cli.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.lm.tokenizer.MaskedTokens;

/**
 * A row to be scored.
 *
 * @param json the row as it was read
 * @param tokens its tokens, and which of them are scored
 * @param isText whether the tokens were rendered from text
 */
public record ScoringRow(ObjectNode json, MaskedTokens tokens, boolean isText) {}
