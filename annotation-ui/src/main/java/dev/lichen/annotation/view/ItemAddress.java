package dev.lichen.annotation.view;

import dev.lichen.annotation.project.Project;

/**
 * Where an item is found.
 *
 * @param project of the item
 * @param number of the item in it
 */
record ItemAddress(Project project, long number) {}
