package dev.lichen.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.RecordWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Takes the rows of a file through a model, some at a time, and writes the results.
 *
 * <p>All rows are read and checked before the first is worked on, so a fault in the last one costs nothing.
 */
final class RowBatches {

    private static final int ROWS_AT_ONCE = 64;

    private RowBatches() {}

    /** Does the work on batches, and puts the results in place of the output at the end. */
    static <T> int run(RowFiles files, Function<JsonFields, T> reader, Work<T> work, Progress progress) {
        List<T> rows = DataFiles.read(files.input(), reader);
        Path output = files.output();
        try (RecordWriter writer = RecordWriter.open(output)) {
            for (List<T> batch : batches(rows)) {
                work.results(batch, progress.done()).forEach(writer::write);
                progress.advance(batch.size(), rows.size());
            }
            writer.commit();
        }
        progress.finish();
        return rows.size();
    }

    private static <T> List<List<T>> batches(List<T> rows) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            batches.add(rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)));
        }
        return batches;
    }

    /** Turns rows into results. */
    @FunctionalInterface
    interface Work<T> {
        /**
         * Returns the result of each row.
         *
         * @param rows some neighbouring rows
         * @param firstRow the place of the first of them in the file, counted from 0
         */
        List<ObjectNode> results(List<T> rows, long firstRow);
    }
}
