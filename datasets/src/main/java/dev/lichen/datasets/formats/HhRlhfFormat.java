package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import java.util.List;

/**
 * HH-RLHF (Bai et al. 2022): two transcripts that are equal up to the last turn.
 *
 * <p>A few dozen of its records do not share a prompt; they are skipped and counted.
 */
final class HhRlhfFormat implements Format {

    @Override
    public String name() {
        return "hh-rlhf";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RANKING;
    }

    @Override
    public String fields() {
        return "chosen, rejected (transcripts)";
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return !object.has("prompt")
                && Transcript.isTranscript(object.path("chosen").asText())
                && Transcript.isTranscript(object.path("rejected").asText());
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        PreferencePair pair = new PreferencePair(transcript(fields, "chosen"), transcript(fields, "rejected"));
        return pair.ranking(Attributes.from(fields));
    }

    private static List<Message> transcript(JsonFields fields, String name) {
        List<Message> messages = Transcript.parse(fields.text(name));
        if (messages.isEmpty()) {
            throw fields.failure(name, "a transcript that begins with \"\\n\\nHuman: \"");
        }
        return messages;
    }
}
