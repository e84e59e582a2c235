package dev.lichen.annotation.project;

/**
 * What became of items on their way into a project.
 *
 * @param added how many are new, those held and identical included
 * @param duplicates how many the project had already
 * @param held how many wait for somebody to look, because an answer names its model
 * @param identical how many have only one distinct answer and are never served
 * @param toWrite how many have no answer, so that people write one
 */
public record AddedItems(int added, int duplicates, int held, int identical, int toWrite) {}
