package dev.lichen.datasets.files;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Goes through the records of a file, whatever its container: cuts, reads, shows to a visitor, counts the bad ones. */
final class Records {

    private final Path file;
    private final RecordCutter cutter;
    private final Parser parser;
    private final BadRecords bad;

    Records(Path file, RecordCutter cutter, Parser parser, BadRecords bad) {
        this.file = file;
        this.cutter = cutter;
        this.parser = parser;
        this.bad = bad;
    }

    /** Makes one object of the bytes of one record. */
    @FunctionalInterface
    interface Parser {
        /**
         * Returns the fields of a record.
         *
         * @throws DataFormatException naming the place, if the record is bad
         */
        JsonFields parse(RecordCutter record, Place place) throws IOException;
    }

    /** Returns whether there was any record. */
    boolean visit(Predicate<JsonFields> visitor) throws IOException {
        boolean any = false;
        boolean more = true;
        while (more && next()) {
            if (!cutter.isBlank()) {
                any = true;
                more = visitOne(visitor);
            }
        }
        return any;
    }

    /** Moves to the next record; what cannot be cut is a bad one, if the cutter can go on behind it. */
    private boolean next() throws IOException {
        while (true) {
            try {
                return cutter.next();
            } catch (DataFormatException e) {
                if (!cutter.recover()) {
                    throw e;
                }
                bad.add(e);
            }
        }
    }

    private boolean visitOne(Predicate<JsonFields> visitor) throws IOException {
        Place place = new Place(file, cutter.line());
        JsonFields fields;
        try {
            TextFault.refuse(cutter, place);
            fields = parser.parse(cutter, place);
        } catch (DataFormatException e) {
            bad.add(e);
            return true;
        }
        return bad.visit(fields, visitor);
    }
}
