package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import java.util.ArrayList;
import java.util.List;

/** Reads the prompt of the Alpaca family: system, history of question and answer, instruction, input. */
final class InstructionTurns {

    private static final String NO_INPUT = "<noinput>";

    private InstructionTurns() {}

    /** Returns the messages before the output; the input follows the instruction after a blank line. */
    static List<Message> of(JsonFields fields) {
        List<Message> messages = new ArrayList<>();
        String system = fields.optionalText("system");
        if (system != null && !system.isBlank()) {
            messages.add(Message.system(system));
        }
        if (fields.has("history")) {
            addHistory(fields, messages);
        }
        messages.add(Message.user(question(fields.text("instruction"), input(fields))));
        return messages;
    }

    private static void addHistory(JsonFields fields, List<Message> messages) {
        for (JsonNode turn : fields.array("history")) {
            if (turn.size() != 2 || !turn.path(0).isTextual() || !turn.path(1).isTextual()) {
                throw fields.failure("history", "a list of pairs [question, answer]");
            }
            messages.add(Message.user(turn.get(0).textValue()));
            messages.add(Message.assistant(turn.get(1).textValue()));
        }
    }

    private static String input(JsonFields fields) {
        String input = fields.optionalText("input");
        return input == null || input.isBlank() || input.strip().equals(NO_INPUT) ? "" : input;
    }

    private static String question(String instruction, String input) {
        if (instruction.isBlank()) {
            return input;
        }
        return input.isEmpty() ? instruction : instruction + "\n\n" + input;
    }
}
