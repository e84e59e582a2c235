package dev.lichen.datasets.formats.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Lichen's records of every kind, each as it is: what a file becomes that holds rankings, conversations and prompts.
 *
 * <p>A file of one kind is recognised by that kind's own format; this one is asked for by name.
 */
final class RecordsFormat implements Format {

    private static final List<Format> KINDS =
            List.of(new RankingFormat(), new RatingFormat(), new MessagesFormat(), new PromptFormat());

    @Override
    public About about() {
        return new About("records", RecordKind.RANKING, "those of ranking, rating, messages or prompt, mixed");
    }

    @Override
    public Set<RecordKind> kinds() {
        return EnumSet.allOf(RecordKind.class);
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return false;
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return KINDS.stream()
                .filter(format -> format.recognises(fields.json()))
                .findFirst()
                .orElseThrow(() -> new DataFormatException(
                        "Bad record",
                        fields.place(),
                        "no field answers, answer, messages or prompt",
                        "a ranking, rating, conversation or prompt"))
                .read(fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Writing.of(List.of(one.toJson()));
    }
}
