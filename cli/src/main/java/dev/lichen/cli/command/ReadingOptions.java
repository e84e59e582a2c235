package dev.lichen.cli.command;

import dev.lichen.cli.data.RecordFiles;
import dev.lichen.datasets.files.BadRecordPolicy;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.ReadOptions;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How every command on data files reads them. */
final class ReadingOptions {

    @Option(
            names = "--from",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            completionCandidates = FormatConverter.Read.class,
            description = "The format to read (default: recognised by the first object).")
    private @Nullable Format from;

    @Option(
            names = "--on-bad-record",
            defaultValue = "fail",
            paramLabel = "fail|skip",
            description = "What a record does that cannot be read; those skipped are counted by reason"
                    + " (default: ${DEFAULT-VALUE}).")
    private BadRecordPolicy policy = BadRecordPolicy.FAIL;

    @Nullable
    Format from() {
        return from;
    }

    BadRecordPolicy policy() {
        return policy;
    }

    /** Returns the options of reading, with somebody who hears of the progress. */
    ReadOptions with(ReadProgress progress) {
        return new ReadOptions(from, policy, progress);
    }

    /** Says which objects of files were left out, and why. */
    static void warn(RecordFiles files, PrintWriter errors) {
        files.leftOut().forEach(errors::println);
        errors.flush();
    }
}
