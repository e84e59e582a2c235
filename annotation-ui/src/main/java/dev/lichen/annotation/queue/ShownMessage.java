package dev.lichen.annotation.queue;

import dev.lichen.datasets.Role;

/**
 * A message of the prompt as an annotator sees it.
 *
 * @param role who speaks
 * @param text what they say
 */
public record ShownMessage(Role role, String text) {}
