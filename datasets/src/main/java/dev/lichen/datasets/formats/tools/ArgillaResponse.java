package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one annotator answered to Argilla's questions about one record.
 *
 * @param annotator the id of the user
 * @param status submitted, draft or discarded; empty if the export does not say
 * @param ranks by field, from the ranking question
 * @param others the answers to other questions, by question
 */
record ArgillaResponse(
        @Nullable String annotator, String status, Map<String, Integer> ranks, Map<String, JsonNode> others) {

    private static final String RESPONSES = ".responses";
    private static final String USERS = ".users";
    private static final String STATUS = ".status";

    /** Reads version 1: a list of responses, each with the values of all questions. */
    static List<ArgillaResponse> byAnnotator(JsonNode responses, ObjectNode fields) {
        List<ArgillaResponse> all = new ArrayList<>();
        for (JsonNode response : responses) {
            Answers answers = new Answers(fields);
            response.path("values")
                    .properties()
                    .forEach(question ->
                            answers.add(question.getKey(), question.getValue().path("value")));
            all.add(answers.by(response));
        }
        return all;
    }

    /** Reads version 2: an object of questions, each with the responses of all annotators. */
    static List<ArgillaResponse> byQuestion(JsonNode responses, ObjectNode fields) {
        Map<String, Answers> byAnnotator = new LinkedHashMap<>();
        Map<String, JsonNode> first = new LinkedHashMap<>();
        responses.properties().forEach(question -> {
            for (JsonNode response : question.getValue()) {
                String user = response.path("user_id").asText();
                first.putIfAbsent(user, response);
                byAnnotator
                        .computeIfAbsent(user, name -> new Answers(fields))
                        .add(question.getKey(), response.path("value"));
            }
        });
        List<ArgillaResponse> all = new ArrayList<>();
        byAnnotator.forEach((user, answers) -> all.add(answers.by(first.getOrDefault(user, responses))));
        return all;
    }

    /**
     * Reads the columns of a data set, one or three a question: version 1 writes a list of responses, {@code user_id}, {@code
     * value} and {@code status}, version 2 parallel lists {@code Q.responses}, {@code Q.responses.users} and {@code
     * Q.responses.status}.
     */
    static List<ArgillaResponse> byColumn(ObjectNode row) {
        ObjectNode byQuestion = row.objectNode();
        row.properties().forEach(column -> {
            String name = column.getKey();
            if (name.endsWith(RESPONSES)) {
                String question = name.substring(0, name.length() - RESPONSES.length());
                byQuestion.set(question, zipped(column.getValue(), row.path(name + USERS), row.path(name + STATUS)));
            } else if (column.getValue().path(0).has("user_id")) {
                byQuestion.set(name, column.getValue());
            }
        });
        return byQuestion(byQuestion, row);
    }

    /** Returns whether a column is part of the responses. */
    static boolean isColumn(String name, JsonNode value) {
        return name.endsWith(RESPONSES)
                || name.endsWith(RESPONSES + USERS)
                || name.endsWith(RESPONSES + STATUS)
                || value.path(0).has("user_id");
    }

    private static ArrayNode zipped(JsonNode values, JsonNode users, JsonNode status) {
        ArrayNode responses = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < values.size(); i++) {
            ObjectNode response = responses.addObject();
            response.set("value", values.get(i));
            response.set("user_id", users.get(i));
            response.set("status", status.get(i));
        }
        return responses;
    }

    boolean isSubmitted() {
        return status.isEmpty() || status.equals("submitted");
    }

    /** Sorts the answers of one annotator into ranks and others. */
    private static final class Answers {

        private final ObjectNode fields;
        private final Map<String, Integer> ranks = new LinkedHashMap<>();
        private final Map<String, JsonNode> others = new LinkedHashMap<>();

        Answers(ObjectNode fields) {
            this.fields = fields;
        }

        void add(String question, JsonNode value) {
            if (value.path(0).has("rank")) {
                value.forEach(entry -> rank(entry.path("value"), entry.path("rank")));
            } else if (value.path("rank").isArray() && value.path("value").isArray()) {
                for (int i = 0; i < value.path("value").size(); i++) {
                    rank(value.path("value").path(i), value.path("rank").path(i));
                }
            } else if (isOrder(value)) {
                value.forEach(name -> ranks.put(name.textValue(), ranks.size() + 1));
            } else {
                others.put(question, value);
            }
        }

        /** Version 2's client keeps of a ranking the names in order; the answer to another question may be a list too. */
        private boolean isOrder(JsonNode value) {
            return value.size() > 1
                    && value.valueStream().allMatch(name -> name.isTextual() && fields.has(name.textValue()));
        }

        private void rank(JsonNode name, JsonNode rank) {
            if (name.isTextual() && rank.canConvertToInt()) {
                ranks.put(name.textValue(), rank.intValue());
            }
        }

        ArgillaResponse by(JsonNode response) {
            JsonNode user = response.path("user_id");
            String annotator = user.isMissingNode() || user.isNull() ? null : user.asText();
            return new ArgillaResponse(annotator, response.path("status").asText(""), ranks, others);
        }
    }
}
