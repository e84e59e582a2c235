package dev.lichen.cli.evaluate;

import dev.lichen.cli.model.LoadedModel;

/**
 * A model and what the report calls it.
 *
 * @param name such as {@code PPO}
 * @param model open for as long as it is compared
 */
public record NamedModel(String name, LoadedModel model) {}
