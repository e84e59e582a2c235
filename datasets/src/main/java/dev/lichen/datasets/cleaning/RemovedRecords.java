package dev.lichen.datasets.cleaning;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Contents;
import dev.lichen.datasets.JsonRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The lines of the side file, which keeps what cleaning took: {@code NAME.removed.jsonl} beside {@code NAME.jsonl}.
 *
 * <pre>{@code
 * {"record":3,"id":"a7","removed":"quality","reason":"blank","original":{…}}
 * {"record":5,"changed":{"unicode":["composed form"]},"original":{…}}
 * {"records":20,"kept":19}
 * }</pre>
 *
 * <p>{@code record} counts from 1 in the input; the last line says how many records there were and how many are left.
 */
final class RemovedRecords {

    static final String RECORD = "record";
    static final String ID = "id";
    static final String REMOVED = "removed";
    static final String CHANGED = "changed";
    static final String ORIGINAL = "original";
    static final String RECORDS = "records";
    static final String KEPT = "kept";

    private RemovedRecords() {}

    /** Returns the side file of a cleaned file. */
    static Path beside(Path cleaned) {
        String name = String.valueOf(cleaned.getFileName());
        String plain = name.replaceFirst("\\.(gz|zst)$", "");
        int dot = plain.lastIndexOf('.');
        String stem = dot > 0 ? plain.substring(0, dot) : plain;
        return cleaned.resolveSibling(stem + ".removed.jsonl" + name.substring(plain.length()));
    }

    static ObjectNode removed(int number, JsonRecord one, Removal removal) {
        ObjectNode line = line(number, one);
        line.put(REMOVED, removal.step().label()).put("reason", removal.reason());
        return line.set(ORIGINAL, one.toJson());
    }

    static ObjectNode changed(int number, JsonRecord one, Map<CleaningStep, List<String>> findings) {
        ObjectNode line = line(number, one);
        ObjectNode changes = line.putObject(CHANGED);
        findings.forEach((step, found) -> found.stream().distinct().forEach(changes.withArray(step.label())::add));
        return line.set(ORIGINAL, one.toJson());
    }

    static ObjectNode end(int records, int kept) {
        return JsonNodeFactory.instance.objectNode().put(RECORDS, records).put(KEPT, kept);
    }

    private static ObjectNode line(int number, JsonRecord one) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put(RECORD, number);
        String id = Contents.of(one).attributes().id();
        return id == null ? line : line.put(ID, id);
    }
}
