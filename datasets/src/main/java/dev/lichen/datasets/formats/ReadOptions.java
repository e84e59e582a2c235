package dev.lichen.datasets.formats;

import dev.lichen.datasets.files.BadRecordPolicy;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.format.Format;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Says how a file is read.
 *
 * @param from its format; null recognises it by the first object
 * @param policy what a bad record does
 * @param progress hears how far the reading has come
 */
public record ReadOptions(@Nullable Format from, BadRecordPolicy policy, ReadProgress progress) {

    /** Returns the usual options: the format is recognised, and the first bad record ends the reading. */
    public static ReadOptions usual() {
        return new ReadOptions(null, BadRecordPolicy.FAIL, ReadProgress.SILENT);
    }

    /** Returns these options for a file of any format. */
    public ReadOptions recognising() {
        return new ReadOptions(null, policy, progress);
    }

    /** Returns the format of a file: the one named, or that of its first object that is not bad. */
    public Format formatOf(Path file) {
        return from == null ? Datasets.recognise(file, policy) : from;
    }
}
