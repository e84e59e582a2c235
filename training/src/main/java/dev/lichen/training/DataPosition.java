package dev.lichen.training;

/**
 * Says where a step stands in its data.
 *
 * @param epoch which pass over the data, counted from 0
 * @param batch which batch of that pass, counted from 0
 */
public record DataPosition(long epoch, long batch) {}
