package dev.lichen.annotation.project;

/**
 * How far a project is.
 *
 * @param items all of them
 * @param open wait for a further judgement
 * @param full have or are getting all their judgements
 * @param held wait for somebody to look
 * @param identical have only one distinct answer
 * @param gold have a known order
 * @param judgements acts of judging, corrections and skips not counted
 */
public record Progress(long items, long open, long full, long held, long identical, long gold, long judgements) {}
