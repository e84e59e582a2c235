package dev.lichen.datasets.formats.moss;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes MOSS-RLHF's dialogues: lists of texts, by turns the user's and the assistant's. */
final class TurnList {

    static final String NOT_BY_TURNS = "user and assistant do not speak by turns";

    private TurnList() {}

    /** Returns the messages of texts of which the user says the first. */
    static List<Message> fromUser(List<String> texts) {
        List<Message> messages = new ArrayList<>();
        for (String text : texts) {
            messages.add(messages.size() % 2 == 0 ? Message.user(text) : Message.assistant(text));
        }
        return messages;
    }

    /** Returns the messages of texts of which the assistant says the last. */
    static List<Message> toAssistant(List<String> texts) {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            boolean assistant = (texts.size() - i) % 2 == 1;
            messages.add(assistant ? Message.assistant(texts.get(i)) : Message.user(texts.get(i)));
        }
        return messages;
    }

    /** Returns the texts, if user and assistant speak by turns. */
    static Writing<List<String>> texts(List<Message> messages) {
        Role next = messages.getFirst().role();
        for (Message message : messages) {
            boolean speaks = message.role() == Role.USER || message.role() == Role.ASSISTANT;
            if (!speaks || message.role() != next) {
                return new Writing.Unwritable<>(NOT_BY_TURNS);
            }
            next = next == Role.USER ? Role.ASSISTANT : Role.USER;
        }
        return Writing.of(messages.stream().map(Message::content).toList());
    }
}
