package dev.lichen.datasets.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import java.util.List;
import java.util.Optional;

/**
 * A format in which objects or records that follow one another may belong together, such as the messages of a tree.
 *
 * <p>Only as much as belongs together is held in memory.
 */
public interface GatheringFormat extends Format {

    /** Returns the name of the group that an object belongs to; empty if it stands alone. */
    String groupOf(ObjectNode object);

    /** Returns the name of the group that a record belongs to; empty if it stands alone. */
    String groupOf(JsonRecord one);

    /** Returns why a record can be written in no group; nothing if it can. */
    default Optional<String> refusal(JsonRecord one) {
        return Optional.empty();
    }

    /** Reads the objects of one group, in the order of the file. */
    Reading<JsonRecord> readAll(List<JsonFields> objects);

    /** Writes the records of one group, in their order. */
    Writing<List<ObjectNode>> writeAll(List<JsonRecord> records);

    @Override
    default Reading<JsonRecord> read(JsonFields fields) {
        return readAll(List.of(fields));
    }

    @Override
    default Writing<List<ObjectNode>> write(JsonRecord one) {
        return refusal(one)
                .<Writing<List<ObjectNode>>>map(Writing.Unwritable::new)
                .orElseGet(() -> writeAll(List.of(one)));
    }
}
