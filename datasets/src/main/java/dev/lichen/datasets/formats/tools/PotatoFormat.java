package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * potato's annotations of rankings and pairs: a label for each schema, and what was displayed.
 *
 * <p>potato stores an untouched list as an answer, so that a ranking in the displayed order carries
 * {@code possibly_untouched}; it joins labels by commas, so that a label with a comma cannot be read. The answers are
 * the lines of what was displayed, {@code A. …}, or a list; the question is what stands before them.
 */
final class PotatoFormat implements Format {

    static final String NO_TEXTS = "the answers' texts are not in what was displayed";
    static final String NO_RANKING = "no schema holds a ranking or a pairwise choice";
    static final String BAD_LABELS = "ranked labels that are not those displayed, as where a label contains a comma";
    private static final String LABELS = "label_annotations";
    private static final Pattern LINE = Pattern.compile("\\s*([A-Z]|\\d+)[.):]\\s+(.*)", Pattern.DOTALL);
    private static final Pattern BREAK = Pattern.compile("\\n|<br\\s*/?>");

    @Override
    public About about() {
        return new About("potato", RecordKind.RANKING, "id, displayed_text, label_annotations");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path(LABELS).isObject();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        JsonNode schemas = fields.value(LABELS);
        Item item = item(fields.json());
        String user = fields.optionalId("user_id");
        fields.optionalText("displayed_text");
        Attributes attributes = ForeignFields.attributes(fields, fields.has("instance_id") ? "instance_id" : "id");
        if (item.answers().size() < 2) {
            return new Reading.Skipped<>(NO_TEXTS);
        }
        for (JsonNode schema : schemas) {
            if (schema.path("rank_order").isTextual()) {
                return ranked(item, schema.path("rank_order").textValue(), user, attributes);
            }
            if (schema.path("selection").isTextual()) {
                return pair(item, schema.path("selection").textValue(), user, attributes);
            }
        }
        return new Reading.Skipped<>(NO_RANKING);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return new Writing.Unwritable<>(Judged.READ_ONLY);
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    private static Reading<JsonRecord> ranked(Item item, String order, @Nullable String user, Attributes attributes) {
        List<String> labels =
                Pattern.compile(",").splitAsStream(order).map(String::strip).toList();
        List<String> displayed = List.copyOf(item.answers().keySet());
        if (!displayed.containsAll(labels) || labels.stream().distinct().count() < displayed.size()) {
            return new Reading.Skipped<>(BAD_LABELS);
        }
        Map<String, Integer> ranks = new LinkedHashMap<>();
        labels.forEach(label -> ranks.put(label, ranks.size() + 1));
        Attributes marked = labels.equals(displayed)
                ? attributes.withExtra(attributes.extra().with("possibly_untouched", BooleanNode.TRUE))
                : attributes;
        return Judged.ranking(item, ranks, user, marked);
    }

    private static Reading<JsonRecord> pair(Item item, String selection, @Nullable String user, Attributes attributes) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        boolean tie = selection.equalsIgnoreCase("tie");
        if (!tie && !item.answers().containsKey(selection)) {
            return new Reading.Skipped<>(BAD_LABELS);
        }
        item.answers().keySet().forEach(label -> ranks.put(label, tie || label.equals(selection) ? 1 : 2));
        return Judged.ranking(item, ranks, user, attributes);
    }

    private static Item item(ObjectNode object) {
        JsonNode displayed = object.path("displayed_text");
        Map<String, Answer> answers = new LinkedHashMap<>();
        if (displayed.isTextual()) {
            return lines(displayed.textValue());
        }
        displayed.forEach(text -> answers.put(label(answers.size()), new Answer(text.asText())));
        return new Item(Item.prompt(object), answers);
    }

    /** Reads what stands before the first label as the question, and each label with its lines as an answer. */
    private static Item lines(String displayed) {
        List<String> question = new ArrayList<>();
        Map<String, List<String>> answers = new LinkedHashMap<>();
        String label = "";
        for (String line : BREAK.splitAsStream(displayed).toList()) {
            var match = LINE.matcher(line);
            if (match.matches() && match.group(1).equals(next(match.group(1), answers.size()))) {
                label = match.group(1);
                answers.put(label, new ArrayList<>(List.of(match.group(2))));
            } else {
                answers.getOrDefault(label, question).add(line);
            }
        }
        Map<String, Answer> texts = new LinkedHashMap<>();
        answers.forEach((name, text) ->
                texts.put(name, new Answer(String.join("\n", text).strip())));
        String prompt = String.join("\n", question).strip();
        return new Item(prompt.isEmpty() ? List.of() : List.of(Message.user(prompt)), texts);
    }

    /** Returns the label that comes next, in the same kind of labels: letters or numbers. */
    private static String next(String like, int index) {
        return Character.isDigit(like.charAt(0)) ? "" + (index + 1) : label(index);
    }

    private static String label(int index) {
        return "" + (char) ('A' + index);
    }
}
