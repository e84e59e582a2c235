package dev.lichen.annotation.job;

/**
 * What a job will probably take, known before it starts.
 *
 * @param fastestSeconds the time on a fast machine of this size
 * @param slowestSeconds the time on a slow one
 * @param bytes of memory at its highest
 * @param parameters of the model that is trained
 */
public record JobEstimate(double fastestSeconds, double slowestSeconds, long bytes, long parameters) {}
