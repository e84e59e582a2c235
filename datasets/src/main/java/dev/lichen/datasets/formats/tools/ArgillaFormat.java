package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Argilla's export of records with a ranking question: one ranking for each submitted response.
 *
 * <p>Responses are a list by annotators, as version 1 writes them, or an object by questions, as version 2. Argilla accepts
 * ranks with gaps; they become canonical. What annotators answered to other questions is kept in {@code other_responses}.
 */
final class ArgillaFormat implements Format {

    static final String NO_RESPONSES = "nobody responded";
    static final String NOT_SUBMITTED = "a response that was not submitted";
    static final String NO_RANKING = "a response without a ranking";

    @Override
    public About about() {
        return new About("argilla", RecordKind.RANKING, "fields, responses (with a ranking question)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("fields").isObject() && object.path("responses").isContainerNode();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        ObjectNode data = fields.object("fields").json();
        JsonNode responses = fields.value("responses");
        List<ArgillaResponse> all = responses.isArray()
                ? ArgillaResponse.byAnnotator(responses, data)
                : ArgillaResponse.byQuestion(responses, data);
        Attributes attributes = Attributes.from(fields);
        List<Reading<JsonRecord>> parts = new ArrayList<>();
        Set<String> names = names(data, all);
        all.forEach(response -> parts.add(read(data, names, response, attributes)));
        return parts.isEmpty() ? new Reading.Skipped<>(NO_RESPONSES) : new Reading.Several<>(parts);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return new Writing.Unwritable<>(Judged.READ_ONLY);
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    /** The fields that anybody ranked are the answers, in the order of the record. */
    static Set<String> names(ObjectNode data, List<ArgillaResponse> all) {
        Set<String> ranked = new TreeSet<>();
        all.forEach(response -> ranked.addAll(response.ranks().keySet()));
        Map<String, Boolean> names = new LinkedHashMap<>();
        data.fieldNames().forEachRemaining(name -> names.put(name, ranked.contains(name)));
        names.values().removeIf(answer -> !answer);
        return names.keySet();
    }

    static Reading<JsonRecord> read(
            ObjectNode data, Set<String> names, ArgillaResponse response, Attributes attributes) {
        if (!response.isSubmitted()) {
            return new Reading.Skipped<>(NOT_SUBMITTED);
        }
        if (response.ranks().isEmpty()) {
            return new Reading.Skipped<>(NO_RANKING);
        }
        ObjectNode question = data.deepCopy();
        question.remove(names);
        Item item = new Item(Item.prompt(question), Item.answers(data, List.copyOf(names)));
        ExtraFields extra = attributes.extra();
        if (!response.others().isEmpty()) {
            extra = extra.with("other_responses", others(response));
        }
        return Judged.ranking(item, response.ranks(), response.annotator(), attributes.withExtra(extra));
    }

    private static ObjectNode others(ArgillaResponse response) {
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        response.others().forEach(others::set);
        return others;
    }
}
