package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
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
import org.jspecify.annotations.Nullable;

/**
 * Label Studio's export of tasks with the tags Pairwise and Ranker: one ranking for each annotation.
 *
 * <p>Pairwise cannot say "equal". Ranker shows annotators the ids of the items, which often name the model
 * ({@code llm_1}): the ids become the answers' generators, and {@code ids_were_shown} warns that nobody was blind.
 */
final class LabelStudioFormat implements Format {

    static final String NO_ANNOTATIONS = "nobody annotated the task";
    static final String CANCELLED = "an annotation that was cancelled";
    static final String NO_RANKING = "an annotation without a pairwise choice or a ranking";
    static final String NOT_TWO = "a pairwise choice between texts that are not two fields beside the question";
    static final String BUCKETS = "a ranking in several buckets, whose order the export does not say";
    private static final String REST = "_";
    private static final String ANNOTATIONS = "annotations";
    private static final String COMPLETIONS = "completions"; // as versions before 1.0 call them

    @Override
    public About about() {
        return new About("label-studio", RecordKind.RANKING, "data, annotations (pairwise or ranker results)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("data").isObject()
                && (object.path(ANNOTATIONS).isArray()
                        || object.path(COMPLETIONS).isArray());
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        JsonFields data = fields.object("data");
        JsonNode annotations = fields.array(fields.has(ANNOTATIONS) ? ANNOTATIONS : COMPLETIONS);
        Attributes attributes = Attributes.from(fields);
        List<Reading<JsonRecord>> parts = new ArrayList<>();
        annotations.forEach(annotation -> parts.add(read(data.json(), annotation, attributes)));
        return parts.isEmpty() ? new Reading.Skipped<>(NO_ANNOTATIONS) : new Reading.Several<>(parts);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return new Writing.Unwritable<>(Judged.READ_ONLY);
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    private static Reading<JsonRecord> read(ObjectNode data, JsonNode annotation, Attributes attributes) {
        if (annotation.path("was_cancelled").asBoolean()
                || annotation.path("skipped").asBoolean()) {
            return new Reading.Skipped<>(CANCELLED);
        }
        String annotator = annotator(annotation.path("completed_by"));
        for (JsonNode result : annotation.path("result")) {
            if (isJudgement(result.path("value"))) {
                return judged(data, result.path("value"), annotator, attributes);
            }
        }
        return new Reading.Skipped<>(NO_RANKING);
    }

    /** Returns whether the value of a result is a pairwise choice or a ranking. */
    static boolean isJudgement(JsonNode value) {
        return value.path("selected").isTextual() || value.path("ranker").isContainerNode();
    }

    /** Makes a ranking of the value of a result. */
    static Reading<JsonRecord> judged(
            ObjectNode data, JsonNode value, @Nullable String annotator, Attributes attributes) {
        return value.path("selected").isTextual()
                ? pair(data, value.path("selected").textValue(), annotator, attributes)
                : ranked(data, value.path("ranker"), annotator, attributes);
    }

    static @Nullable String annotator(JsonNode person) {
        JsonNode id = person.isObject() ? person.path("id") : person;
        return id.isValueNode() && !id.isNull() ? id.asText() : null;
    }

    private static Reading<JsonRecord> pair(
            ObjectNode data, String selected, @Nullable String annotator, Attributes attributes) {
        List<String> names = Item.answerNames(data);
        if (names.size() != 2) {
            return new Reading.Skipped<>(NOT_TWO);
        }
        boolean left = selected.equals("left");
        Map<String, Integer> ranks = Map.of(names.get(0), left ? 1 : 2, names.get(1), left ? 2 : 1);
        Item item = new Item(Item.prompt(data), Item.answers(data, names));
        return Judged.ranking(item, ranks, annotator, attributes);
    }

    private static Reading<JsonRecord> ranked(
            ObjectNode data, JsonNode ranker, @Nullable String annotator, Attributes attributes) {
        JsonNode order = ranker;
        if (ranker.isObject()) {
            List<JsonNode> buckets = ranker.properties().stream()
                    .filter(bucket -> !bucket.getKey().equals(REST))
                    .map(Map.Entry::getValue)
                    .toList();
            if (buckets.size() > 1) {
                return new Reading.Skipped<>(BUCKETS);
            }
            order = buckets.isEmpty() ? ranker.path(REST) : buckets.getFirst();
        }
        Map<String, Integer> ranks = new LinkedHashMap<>();
        order.forEach(id -> ranks.put(id.asText(), ranks.size() + 1));
        Item item = new Item(Item.prompt(data), items(data));
        Attributes warned = attributes.withExtra(attributes.extra().with("ids_were_shown", BooleanNode.TRUE));
        return Judged.ranking(item, ranks, annotator, warned);
    }

    /** The items of the list that the task shows, by id. */
    private static Map<String, Answer> items(ObjectNode data) {
        Map<String, Answer> items = new LinkedHashMap<>();
        for (JsonNode field : data) {
            if (field.isArray() && field.path(0).has("id")) {
                field.forEach(item -> items.put(
                        item.path("id").asText(),
                        new Answer(text(item), item.path("id").asText())));
            }
        }
        return items;
    }

    private static String text(JsonNode item) {
        for (String name : List.of("body", "text", "html", "title")) {
            if (item.path(name).isTextual()) {
                return item.path(name).textValue();
            }
        }
        return "";
    }
}
