package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/**
 * potato's files that hold labels without the texts they belong to: {@code user_state.json}, and its exporters' JSON lines
 * and tables. Nothing in them can be ranked; they are named for what they are.
 */
final class PotatoExportFormat implements Format {

    static final String NO_TEXTS = "labels without the texts that were shown: potato's data_files hold them by item;"
            + " put them in as displayed_text, the labels as label_annotations";

    @Override
    public About about() {
        return new About("potato-export", RecordKind.RANKING, "instance_id, user_id, labels (named, cannot be used)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        boolean row = object.has("instance_id") && object.has("user_id") && !object.has("label_annotations");
        return row || object.has("instance_id_to_label_to_value");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return new Reading.Skipped<>(NO_TEXTS);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return new Writing.Unwritable<>(Judged.READ_ONLY);
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }
}
