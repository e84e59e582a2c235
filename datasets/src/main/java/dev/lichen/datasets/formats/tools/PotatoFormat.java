package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
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
 * {@code possibly_untouched}; it joins labels by commas, and tied ones by {@code =}, so that a label with one of them
 * cannot be read. The answers are the lines of what was displayed, {@code A. …} or {@code Response A: …}, or a list; the
 * question is what stands before them.
 */
final class PotatoFormat implements Format {

    static final String NO_TEXTS = "the answers' texts are not in what was displayed";
    static final String NO_RANKING = "no schema holds a ranking or a pairwise choice";
    static final String NO_SCALE = "a scale between other than two answers, or without a number";
    static final String BAD_LABELS = "ranked labels that are not those displayed, as where a label contains a comma";
    private static final String LABELS = "label_annotations";
    private static final String KINDS =
            "(?:Response|Answer|Option|Summary|Text|Item|Candidate|Output|Model|Statement) ";
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:" + KINDS + ")?([A-Z]|\\d+)[.):]\\s+(.*)", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile(KINDS + "([A-Z]|\\d+)");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern EQUALS = Pattern.compile("=");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern BREAK = Pattern.compile("\\n|<br\\s*/?>");

    @Override
    public About about() {
        return new About(
                "potato", RecordKind.RANKING, "id, displayed_text, label_annotations (a line a user and item)");
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
            if (schema.path("scale_value").isValueNode()) {
                return scaled(item, schema.path("scale_value").asText(), user, attributes);
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
        List<String> displayed = List.copyOf(item.answers().keySet());
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (String tier : COMMA.splitAsStream(order).toList()) {
            int rank = ranks.size() + 1;
            EQUALS.splitAsStream(tier).forEach(label -> ranks.put(letter(label), rank));
        }
        if (!ranks.keySet().equals(item.answers().keySet())) {
            return new Reading.Skipped<>(BAD_LABELS);
        }
        Attributes marked = List.copyOf(ranks.keySet()).equals(displayed) && !order.contains("=")
                ? attributes.withExtra(attributes.extra().with("possibly_untouched", BooleanNode.TRUE))
                : attributes;
        return Judged.ranking(item, ranks, user, marked);
    }

    private static Reading<JsonRecord> pair(Item item, String selection, @Nullable String user, Attributes attributes) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        boolean tie = selection.equalsIgnoreCase("tie");
        String better = letter(selection);
        if (!tie && !item.answers().containsKey(better)) {
            return new Reading.Skipped<>(BAD_LABELS);
        }
        item.answers().keySet().forEach(label -> ranks.put(label, tie || label.equals(better) ? 1 : 2));
        return Judged.ranking(item, ranks, user, attributes);
    }

    /** A negative value prefers the first of two, a positive one the second; how much by is kept. */
    private static Reading<JsonRecord> scaled(Item item, String value, @Nullable String user, Attributes attributes) {
        List<String> labels = List.copyOf(item.answers().keySet());
        if (labels.size() != 2 || !NUMBER.matcher(value).matches()) {
            return new Reading.Skipped<>(NO_SCALE);
        }
        double preference = Double.parseDouble(value);
        Map<String, Integer> ranks =
                Map.of(labels.getFirst(), preference <= 0 ? 1 : 2, labels.getLast(), preference < 0 ? 2 : 1);
        Attributes kept = attributes.withExtra(attributes.extra().with("scale_value", new DoubleNode(preference)));
        return Judged.ranking(item, ranks, user, kept);
    }

    /** Returns A for "Response A": what stands before a letter or a number is the same for all. */
    private static String letter(String label) {
        var match = NAMED.matcher(label.strip());
        return match.matches() ? match.group(1) : label.strip();
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
