package dev.lichen.datasets;

import java.util.function.Consumer;

/** Records that can be read from the beginning as often as need be, such as those of a file. */
@FunctionalInterface
public interface RecordSource {

    /** Hands every record to a consumer, in the same order each time; nothing is held in memory. */
    void forEach(Consumer<? super JsonRecord> consumer);
}
