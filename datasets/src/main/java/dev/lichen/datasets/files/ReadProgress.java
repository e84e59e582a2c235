package dev.lichen.datasets.files;

/** Hears how far the reading of a file has come. */
@FunctionalInterface
public interface ReadProgress {

    /** Tells nobody. */
    ReadProgress SILENT = (more, total) -> {};

    /**
     * Takes note that more of the file was read; called about once a mebibyte.
     *
     * @param more bytes of the file as it lies on the disk, compressed or not, since the last call
     * @param total the size of the file in bytes
     */
    void advance(long more, long total);
}
