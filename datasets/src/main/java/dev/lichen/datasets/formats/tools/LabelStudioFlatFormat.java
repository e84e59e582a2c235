package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.List;
import java.util.Map;

/**
 * Label Studio's exports JSON_MIN, CSV and TSV: an object for each annotation, in which the fields of the task and the
 * results by the names of their tags stand side by side.
 */
final class LabelStudioFlatFormat implements Format {

    private static final List<String> OWN =
            List.of("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", "agreement");

    @Override
    public About about() {
        return new About(
                "label-studio-flat",
                RecordKind.RANKING,
                "annotation_id, annotator, lead_time, fields of the task, results (JSON_MIN, CSV, TSV)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("annotation_id") && object.has("lead_time") && object.has("created_at");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        ObjectNode task = fields.json().deepCopy();
        task.remove(OWN);
        List<JsonNode> results = task.properties().stream()
                .map(field -> field.getValue().path(0))
                .filter(LabelStudioFormat::isJudgement)
                .toList();
        if (results.isEmpty()) {
            return new Reading.Skipped<>(LabelStudioFormat.NO_RANKING);
        }
        String annotator = LabelStudioFormat.annotator(fields.json().path("annotator"));
        if (fields.has("annotator")) {
            fields.value("annotator"); // a number, too, is a name here
        }
        task.properties().forEach(field -> fields.value(field.getKey()));
        task.remove(task.properties().stream()
                .filter(field -> LabelStudioFormat.isJudgement(field.getValue().path(0)))
                .map(Map.Entry::getKey)
                .toList());
        return LabelStudioFormat.judged(task, results.getFirst(), annotator, Attributes.from(fields));
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
