package dev.lichen.annotation.project;

import java.util.UUID;

/**
 * A body of items that are judged by one set of rules.
 *
 * @param id identifies it in the store
 * @param slug names it in addresses and commands
 * @param name names it for people
 * @param settings how items are handed out
 * @param archived whether it hands out no more
 */
public record Project(UUID id, String slug, String name, ProjectSettings settings, boolean archived) {}
