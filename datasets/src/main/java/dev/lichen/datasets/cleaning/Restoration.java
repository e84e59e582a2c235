package dev.lichen.datasets.cleaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.RecordLines;
import dev.lichen.datasets.files.RecordWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts back what cleaning took: of a cleaned file and its side file it makes the original records, in their order.
 *
 * <p>With names, only those records are put back, and the result gets a side file of its own with the rest. A name is a
 * record's id or its number in the input, as {@code #12}.
 */
public final class Restoration {

    private final RecordLines cleaned;
    private final RecordLines side;
    private final RecordWriter target;
    private final RecordWriter rest;
    private final Set<String> names;
    private final Set<String> missing;
    private int number;
    private int restored;
    private int keptBefore;
    private int keptAfter;

    private Restoration(
            RecordLines cleaned, RecordLines side, RecordWriter target, RecordWriter rest, Set<String> names) {
        this.cleaned = cleaned;
        this.side = side;
        this.target = target;
        this.rest = rest;
        this.names = names;
        this.missing = new HashSet<>(names);
    }

    /**
     * What was put back.
     *
     * @param records how many records the result has
     * @param restored how many of them were removed or changed before
     */
    public record Result(long records, long restored) {}

    /**
     * Restores records.
     *
     * @param cleanedFile what cleaning wrote; its side file must lie beside it
     * @param targetFile where to write
     * @param names which records to put back; empty means all
     * @throws DataFormatException if the two files do not belong together, or a name is not in the side file
     */
    public static Result restore(Path cleanedFile, Path targetFile, Set<String> names) {
        Path sideFile = RemovedRecords.beside(cleanedFile);
        try (RecordLines cleaned = RecordLines.open(cleanedFile);
                RecordLines side = RecordLines.open(sideFile);
                RecordWriter target = RecordWriter.open(targetFile);
                RecordWriter rest = RecordWriter.open(RemovedRecords.beside(targetFile))) {
            Restoration restoration = new Restoration(cleaned, side, target, rest, names);
            restoration.run(sideFile);
            target.commit();
            if (!names.isEmpty()) {
                rest.commit();
            }
            return new Result(restoration.keptAfter, restoration.restored);
        }
    }

    private void run(Path sideFile) {
        ObjectNode line = nextOf(sideFile);
        while (!line.has(RemovedRecords.RECORDS)) {
            copyUpTo(line.path(RemovedRecords.RECORD).asInt() - 1);
            apply(line);
            line = nextOf(sideFile);
        }
        copyUpTo(line.path(RemovedRecords.RECORDS).asInt());
        check(line);
        rest.write(RemovedRecords.end(number, keptAfter));
    }

    private ObjectNode nextOf(Path sideFile) {
        return side.next()
                .orElseThrow(() -> new DataFormatException(
                        "Bad side file", Place.of(sideFile), "no last line with \"records\" and \"kept\"", "one"));
    }

    /** Copies records that are as they were. */
    private void copyUpTo(int last) {
        for (; number < last; number++) {
            write(nextCleaned());
        }
    }

    private ObjectNode nextCleaned() {
        ObjectNode one = cleaned.next()
                .orElseThrow(() -> new DataFormatException(
                        "Files that do not belong together", cleaned.place(), "the end of the file", "more records"));
        keptBefore++;
        return one;
    }

    private void apply(ObjectNode line) {
        boolean wanted = names.isEmpty() || isNamed(line);
        boolean removed = line.has(RemovedRecords.REMOVED);
        Optional<ObjectNode> current = removed ? Optional.empty() : Optional.of(nextCleaned());
        number++;
        if (wanted) {
            write(original(line));
            restored++;
        } else {
            current.ifPresent(this::write);
            rest.write(line);
        }
    }

    private boolean isNamed(ObjectNode line) {
        String position = "#" + line.path(RemovedRecords.RECORD).asInt();
        String id = line.path(RemovedRecords.ID).asText();
        missing.remove(position);
        missing.remove(id);
        return names.contains(position) || (!id.isEmpty() && names.contains(id));
    }

    private ObjectNode original(ObjectNode line) {
        JsonNode original = line.path(RemovedRecords.ORIGINAL);
        if (original instanceof ObjectNode object) {
            return object;
        }
        throw new DataFormatException("Bad side file", side.place(), "no \"original\"", "the record as it was");
    }

    private void write(ObjectNode one) {
        target.write(one);
        keptAfter++;
    }

    private void check(ObjectNode end) {
        int kept = end.path(RemovedRecords.KEPT).asInt();
        if (keptBefore != kept || cleaned.next().isPresent()) {
            throw new DataFormatException(
                    "Files that do not belong together", cleaned.place(), "another number of records", kept + "");
        }
        if (!missing.isEmpty()) {
            throw new DataFormatException(
                    "Unknown record",
                    Place.of(side.place().file()),
                    String.join(", ", new TreeSet<>(missing)),
                    "ids or numbers, as #12, of records that were removed or changed");
        }
    }
}
