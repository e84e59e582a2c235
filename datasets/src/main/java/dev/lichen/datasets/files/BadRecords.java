package dev.lichen.datasets.files;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.InvalidRecordException;
import dev.lichen.datasets.JsonFields;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Decides by a policy what a bad record does, and keeps count of those that were left out.
 *
 * <p>{@link DataFiles#scan(java.nio.file.Path, BadRecords, ReadProgress, java.util.function.Predicate)} hands over every
 * record that cannot be read: broken JSON, a wrong encoding, a line beyond the limit, and also a record whose visitor
 * throws a {@link DataFormatException} at its place. One instance serves one file, or several that are reported together.
 *
 * <pre>{@code
 * BadRecords bad = new BadRecords(BadRecordPolicy.SKIP);
 * DataFiles.scan(file, bad, ReadProgress.SILENT, fields -> convert(fields));
 * bad.skips().forEach(out::println); // skipped 2: Broken JSON (a.jsonl:7, a.jsonl:19)
 * }</pre>
 */
public final class BadRecords {

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private final BadRecordPolicy policy;
    private final SkipCounter counter = new SkipCounter();

    /** Creates a count that begins at nothing. */
    public BadRecords(BadRecordPolicy policy) {
        this.policy = policy;
    }

    /**
     * Counts a bad record, or ends the reading.
     *
     * @throws DataFormatException the fault itself, under {@link BadRecordPolicy#FAIL}
     */
    public void add(DataFormatException fault) {
        if (policy == BadRecordPolicy.FAIL) {
            throw fault;
        }
        counter.skip(INDEX.matcher(fault.reason()).replaceAll("[]"), fault.place());
    }

    /** Shows an object to a visitor, and counts it as bad if the visitor finds fault with it. */
    boolean visit(JsonFields fields, Predicate<JsonFields> visitor) {
        try {
            return visitor.test(fields);
        } catch (InvalidRecordException e) {
            add(e.at(fields.place()));
        } catch (DataFormatException e) {
            if (!e.place().equals(fields.place())) {
                throw e;
            }
            add(e);
        }
        return true;
    }

    /** Returns how many records were left out. */
    public long count() {
        return counter.skipped();
    }

    /** Returns why records were left out: the count of each reason and the first places. */
    public List<Skip> skips() {
        return counter.skips();
    }
}
