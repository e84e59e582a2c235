package dev.lichen.datasets.hub;

import org.jspecify.annotations.Nullable;

/**
 * One file of a dataset.
 *
 * @param path below the dataset's root, with slashes
 * @param size in bytes, or −1 where the hub does not say
 * @param checksum what its content must give, or null where the hub does not say
 */
public record HubFile(String path, long size, @Nullable Checksum checksum) {

    static final long UNKNOWN = -1;

    boolean hasSize() {
        return size != UNKNOWN;
    }
}
