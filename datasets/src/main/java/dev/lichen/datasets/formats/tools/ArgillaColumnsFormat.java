package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Argilla's records as the columns of a data set, as both versions push them to a hub: the fields beside the responses to
 * each question.
 */
final class ArgillaColumnsFormat implements Format {

    @Override
    public About about() {
        return new About(
                "argilla-columns",
                RecordKind.RANKING,
                "fields, QUESTION.responses (or lists of user_id, value, status)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.properties().stream().anyMatch(column -> {
            boolean second = column.getKey().endsWith(".responses") && object.has(column.getKey() + ".users");
            boolean first = column.getValue().isArray()
                    && column.getValue().path(0).has("user_id")
                    && column.getValue().path(0).has("value");
            return first || second;
        });
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        ObjectNode row = fields.json();
        List<ArgillaResponse> all = ArgillaResponse.byColumn(row);
        Set<String> names = ArgillaFormat.names(row, all);
        ObjectNode shown = row.objectNode();
        row.properties().stream()
                .filter(column -> column.getValue().isTextual())
                .forEach(column -> shown.set(column.getKey(), column.getValue()));
        row.properties().stream()
                .filter(column ->
                        ArgillaResponse.isColumn(column.getKey(), column.getValue()) || names.contains(column.getKey()))
                .map(Map.Entry::getKey)
                .forEach(fields::value);
        Attributes attributes = ForeignFields.attributes(fields, fields.has("external_id") ? "external_id" : "id");
        Attributes rest = attributes.withExtra(attributes.extra().without(Item.promptNames(shown)));
        List<Reading<JsonRecord>> parts = new ArrayList<>();
        all.forEach(response -> parts.add(ArgillaFormat.read(shown, names, response, rest)));
        return parts.isEmpty() ? new Reading.Skipped<>(ArgillaFormat.NO_RESPONSES) : new Reading.Several<>(parts);
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
