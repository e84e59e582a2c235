package dev.lichen.datasets.formats.hh;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.List;

/**
 * A dialogue in HH-RLHF's form, {@code "\n\nHuman: …\n\nAssistant: …"}, taken apart.
 *
 * <p>A speaker's mark is a blank line, the name, a colon, and a space or the end of the text.
 *
 * @param messages the turns, their texts unchanged; empty if the text does not begin with a speaker
 * @param usual whether the messages, written again, give the same text
 */
record Transcript(List<Message> messages, boolean usual) {

    static final String TOOLS = "it has messages of tools, for which a transcript has no speaker";
    static final String MARK_IN_TEXT = "a text contains the mark of a speaker, and would be cut in two";
    static final String SYSTEM_LOST = "messages of the system, for which a transcript has no speaker";
    private static final String BREAK = "\n\n";
    private static final String HUMAN = "Human:";
    private static final String ASSISTANT = "Assistant:";

    Transcript {
        messages = List.copyOf(messages);
    }

    static boolean isTranscript(String text) {
        return text.startsWith(BREAK + HUMAN);
    }

    /** Takes a text apart. */
    static Transcript of(String text) {
        List<Message> messages = new ArrayList<>();
        boolean usual = true;
        int mark = markAt(text, 0) > 0 ? 0 : -1;
        while (mark >= 0) {
            int start = markAt(text, mark);
            int next = nextMark(text, start);
            Role role = text.startsWith(HUMAN, mark + BREAK.length()) ? Role.USER : Role.ASSISTANT;
            messages.add(new Message(role, text.substring(start, next < 0 ? text.length() : next)));
            usual = usual && text.charAt(start - 1) == ' ';
            mark = next;
        }
        return new Transcript(messages, usual);
    }

    /** Writes messages as a transcript. */
    static Writing<String> text(List<Message> messages) {
        StringBuilder text = new StringBuilder();
        boolean system = false;
        for (Message message : messages) {
            if (message.role() == Role.TOOL) {
                return new Writing.Unwritable<>(TOOLS);
            }
            if (nextMark(message.content(), 0) >= 0) {
                return new Writing.Unwritable<>(MARK_IN_TEXT);
            }
            system |= message.role() == Role.SYSTEM;
            append(text, message);
        }
        Writing<String> written = system ? Writing.losing(text.toString(), SYSTEM_LOST) : Writing.of(text.toString());
        return written.then(content -> Messages.withoutFields(messages, content));
    }

    private static void append(StringBuilder text, Message message) {
        if (message.role() != Role.SYSTEM) {
            text.append(BREAK).append(message.isFromAssistant() ? ASSISTANT : HUMAN);
            text.append(' ').append(message.content());
        }
    }

    /** Returns where the next mark begins, or −1. */
    private static int nextMark(String text, int from) {
        int position = text.indexOf(BREAK, from);
        while (position >= 0 && markAt(text, position) < 0) {
            position = text.indexOf(BREAK, position + 1);
        }
        return position;
    }

    /** Returns where the text after the mark at a position begins, or −1 if there is no mark. */
    private static int markAt(String text, int position) {
        int name = position + BREAK.length();
        int end = text.startsWith(HUMAN, name)
                ? name + HUMAN.length()
                : text.startsWith(ASSISTANT, name) ? name + ASSISTANT.length() : -1;
        if (end < 0 || !text.startsWith(BREAK, position)) {
            return -1;
        }
        if (end == text.length() || (end == text.length() - 1 && text.charAt(end) == '\n')) {
            return end;
        }
        return text.charAt(end) == ' ' ? end + 1 : -1;
    }
}
