package dev.lichen.datasets.format;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Message;
import java.util.List;

/**
 * An answer of which somebody said whether it is good enough.
 *
 * @param prompt the messages before it
 * @param answer the answer
 * @param label whether it is good enough
 * @param attributes of the record it comes from
 */
public record Labelled(List<Message> prompt, Answer answer, boolean label, Attributes attributes) {}
