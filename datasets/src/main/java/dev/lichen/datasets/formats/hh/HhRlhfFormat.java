package dev.lichen.datasets.formats.hh;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.PreferencePair;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/**
 * HH-RLHF (Bai et al. 2022): two transcripts that are equal up to the last turn.
 *
 * <p>A few dozen of its records do not share a prompt; they are skipped and counted.
 */
final class HhRlhfFormat implements Format {

    @Override
    public About about() {
        return new About("hh-rlhf", RecordKind.RANKING, "chosen, rejected (transcripts)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return !object.has("prompt")
                && Transcript.isTranscript(object.path("chosen").asText())
                && Transcript.isTranscript(object.path("rejected").asText());
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return new PreferencePair(transcript(fields, "chosen"), transcript(fields, "rejected")).ranking(fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return PreferredPair.each(one, HhRlhfFormat::write);
    }

    private static List<Message> transcript(JsonFields fields, String name) {
        Transcript transcript = Transcript.of(fields.text(name));
        if (transcript.messages().isEmpty()) {
            throw fields.failure(name, "a transcript that begins with \"\\n\\nHuman: \"");
        }
        if (!transcript.usual()) {
            fields.keep(name);
        }
        return transcript.messages();
    }

    private static Writing<ObjectNode> write(PreferredPair pair) {
        return text(pair, pair.chosen(), "chosen")
                .then(chosen -> text(pair, pair.rejected(), "rejected").map(rejected -> {
                    ObjectNode json = JsonNodeFactory.instance.objectNode();
                    json.put("chosen", chosen).put("rejected", rejected);
                    return pair.addRest(json, true);
                }));
    }

    /** An unusual spelling was kept; it is written as long as it says what the record says. */
    private static Writing<String> text(PreferredPair pair, Answer answer, String name) {
        List<Message> messages = Messages.with(pair.prompt(), Message.assistant(answer.content()));
        String kept = ForeignFields.keptText(pair.ranking().attributes(), name, "");
        return !kept.isEmpty() && Transcript.of(kept).messages().equals(messages)
                ? Writing.of(kept)
                : Transcript.text(messages);
    }
}
