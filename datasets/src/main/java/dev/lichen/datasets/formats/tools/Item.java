package dev.lichen.datasets.formats.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an annotation tool showed: a question and answers by name.
 *
 * <p>Tools have no fixed names for the question; those that people use are known, and whatever text is no answer belongs
 * to the question too, if it has one of these names.
 *
 * @param prompt the question; empty if none is known
 * @param answers the answers by the names that judgements use, in the order of the file
 */
record Item(List<Message> prompt, Map<String, Answer> answers) {

    static final String NO_PROMPT =
            "no field is known to hold the question (prompt, instruction, question, query or input)";
    private static final List<String> PROMPTS =
            List.of("prompt", "instruction", "question", "query", "context", "input", "post", "text", "source");

    Item {
        prompt = List.copyOf(prompt);
        answers = new LinkedHashMap<>(answers);
    }

    /** Returns the names of texts that are no question. */
    static List<String> answerNames(JsonNode data) {
        List<String> names = new ArrayList<>();
        data.properties().forEach(field -> {
            if (field.getValue().isTextual() && !PROMPTS.contains(field.getKey())) {
                names.add(field.getKey());
            }
        });
        return names;
    }

    /** Returns the names of the texts that make the question. */
    static String[] promptNames(JsonNode data) {
        return PROMPTS.stream().filter(name -> data.path(name).isTextual()).toArray(String[]::new);
    }

    /** Returns the question among the fields of an object; empty if there is none. */
    static List<Message> prompt(JsonNode data) {
        String text = PROMPTS.stream()
                .map(data::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? List.of() : List.of(Message.user(text));
    }

    /** Returns the fields with these names as answers. */
    static Map<String, Answer> answers(ObjectNode data, List<String> names) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        names.forEach(name -> answers.put(name, new Answer(data.path(name).asText())));
        return answers;
    }
}
