package dev.lichen.annotation.job;

/**
 * One setting of a command, for a form.
 *
 * @param key its path, such as {@code optimizer.learningRate}
 * @param type what a value looks like, in words
 * @param value the default, as it would be written; empty where there is none
 * @param documentation what it does, in one line
 */
public record StageSetting(String key, String type, String value, String documentation) {}
