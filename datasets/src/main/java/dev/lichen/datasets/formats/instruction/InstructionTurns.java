package dev.lichen.datasets.formats.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.List;

/**
 * The prompt of the Alpaca family: system, history of question and answer, instruction, input.
 *
 * <p>Instruction and input become one message, with a blank line between them; the input is kept, so that the two can be
 * told apart again. An object that has no input at all says {@code without_input}.
 *
 * @param system what frames the conversation; empty if nothing does
 * @param history questions and answers by turns
 * @param question what the user says last
 */
record InstructionTurns(String system, List<Message> history, String question) {

    static final String NOT_BY_TURNS = "user and assistant do not speak by turns";
    private static final String INPUT = "input";
    private static final String WITHOUT_INPUT = "without_input";
    private static final String INSTRUCTION = "instruction";
    private static final String HISTORY = "history";
    private static final String NO_INPUT = "<noinput>";
    private static final String BREAK = "\n\n";

    /** Returns the messages before the output. */
    static List<Message> read(JsonFields fields) {
        List<Message> messages = new ArrayList<>();
        String system = fields.optionalText("system");
        if (system != null && !system.isBlank()) {
            messages.add(Message.system(system));
        } else if (system != null) {
            fields.keep("system");
        }
        if (fields.has(HISTORY)) {
            addHistory(fields, messages);
        }
        messages.add(Message.user(question(fields)));
        return messages;
    }

    /** Reads the attributes, and whether there was an input. */
    static Attributes attributes(JsonFields fields) {
        Attributes attributes = Attributes.from(fields);
        return fields.json().has(INPUT)
                ? attributes
                : attributes.withExtra(attributes.extra().with(WITHOUT_INPUT, BooleanNode.TRUE));
    }

    /** Sees a prompt as turns. */
    static Writing<InstructionTurns> of(List<Message> prompt) {
        boolean framed = prompt.getFirst().role() == Role.SYSTEM;
        List<Message> turns = framed ? prompt.subList(1, prompt.size()) : prompt;
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).role() != (i % 2 == 0 ? Role.USER : Role.ASSISTANT)) {
                return new Writing.Unwritable<>(NOT_BY_TURNS);
            }
        }
        if (turns.size() % 2 == 0) {
            return new Writing.Unwritable<>(NOT_BY_TURNS);
        }
        InstructionTurns all = new InstructionTurns(
                framed ? prompt.getFirst().content() : "",
                Messages.beforeLast(turns),
                turns.getLast().content());
        return Messages.withoutFields(prompt, all);
    }

    /** Begins an object with instruction and input, told apart as they were if the question is still theirs. */
    ObjectNode begin(Attributes attributes) {
        String input = ForeignFields.keptText(attributes, INPUT, "");
        String instruction = ForeignFields.keptText(attributes, INSTRUCTION, "");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (isNone(input)) {
            return json.put(INSTRUCTION, question).put(INPUT, input);
        }
        if (question.equals(input) && instruction.isBlank()) {
            return json.put(INSTRUCTION, instruction).put(INPUT, input);
        }
        return question.endsWith(BREAK + input)
                ? json.put(INSTRUCTION, question.substring(0, question.length() - BREAK.length() - input.length()))
                        .put(INPUT, input)
                : json.put(INSTRUCTION, question).put(INPUT, "");
    }

    /** Adds system, history and attributes after the output. */
    List<ObjectNode> finish(ObjectNode json, Attributes attributes) {
        if (!system.isEmpty()) {
            json.put("system", system);
        }
        if (!history.isEmpty()) {
            ArrayNode turns = json.putArray(HISTORY);
            for (int i = 0; i < history.size(); i += 2) {
                turns.addArray()
                        .add(history.get(i).content())
                        .add(history.get(i + 1).content());
            }
        }
        if (attributes.extra().get(INPUT).filter(JsonNode::isNull).isPresent()) {
            json.putNull(INPUT);
        }
        List<ObjectNode> objects = ForeignFields.withAttributes(json, attributes);
        if (json.remove(WITHOUT_INPUT) != null && json.path(INPUT).asText().isEmpty()) {
            json.remove(INPUT);
        }
        return objects;
    }

    private static void addHistory(JsonFields fields, List<Message> messages) {
        JsonNode history = fields.array(HISTORY);
        if (history.isEmpty()) {
            fields.keep(HISTORY);
        }
        for (JsonNode turn : history) {
            if (turn.size() != 2 || !turn.path(0).isTextual() || !turn.path(1).isTextual()) {
                throw fields.failure(HISTORY, "a list of pairs [question, answer]");
            }
            messages.add(Message.user(turn.get(0).textValue()));
            messages.add(Message.assistant(turn.get(1).textValue()));
        }
    }

    private static String question(JsonFields fields) {
        String instruction = fields.text(INSTRUCTION);
        String input = fields.optionalText(INPUT);
        if (input != null && !input.isEmpty()) {
            fields.keep(INPUT);
        }
        if (input == null || isNone(input)) {
            return instruction;
        }
        if (instruction.isBlank()) {
            fields.keep(INSTRUCTION);
            return input;
        }
        return instruction + BREAK + input;
    }

    private static boolean isNone(String input) {
        return input.isBlank() || input.strip().equals(NO_INPUT);
    }
}
