package dev.lichen.datasets.formats;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes HH-RLHF's transcripts apart: {@code "\n\nHuman: …\n\nAssistant: …"}. */
final class Transcript {

    private static final String HUMAN = "Human";
    private static final Pattern SPEAKER = Pattern.compile("\n\n(" + HUMAN + "|Assistant):(?: |$)");

    private Transcript() {}

    static boolean isTranscript(String text) {
        return text.startsWith("\n\n" + HUMAN + ":");
    }

    /** Returns the messages, their texts unchanged; empty if the text does not begin with a speaker. */
    static List<Message> parse(String text) {
        List<Message> messages = new ArrayList<>();
        Matcher speaker = SPEAKER.matcher(text);
        if (!speaker.lookingAt()) {
            return messages;
        }
        boolean more = true;
        while (more) {
            Role role = speaker.group(1).equals(HUMAN) ? Role.USER : Role.ASSISTANT;
            int start = speaker.end();
            more = speaker.find();
            messages.add(new Message(role, text.substring(start, more ? speaker.start() : text.length())));
        }
        return messages;
    }
}
