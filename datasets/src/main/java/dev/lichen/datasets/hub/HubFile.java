package dev.lichen.datasets.hub;

import org.jspecify.annotations.Nullable;

/**
 * One file of a dataset.
 *
 * @param path below the dataset's root, with slashes
 * @param size in bytes
 * @param checksum what its content must give, or null where the hub does not say
 */
public record HubFile(String path, long size, @Nullable Checksum checksum) {}
