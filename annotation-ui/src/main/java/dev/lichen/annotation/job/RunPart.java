package dev.lichen.annotation.job;

/**
 * A file or folder at the top of a run folder, or its log.
 *
 * @param name its name
 * @param files how many files it holds, itself included
 * @param bytes how many bytes they take
 */
public record RunPart(String name, long files, long bytes) {}
