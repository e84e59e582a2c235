package dev.lichen.datasets.duplicates;

import dev.lichen.datasets.Contents;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cuts records into passages that can be compared.
 *
 * <p>System messages are left out: they are often long and the same in a whole data set. What different annotators say
 * about the same answers is never the same, and neither is a preference and its opposite: an answer's place names its
 * tier and who put it there.
 */
public final class Passages {

    private Passages() {}

    /** Returns the messages before the answers. */
    public static List<Passage> prompt(JsonRecord jsonRecord) {
        return messages("", Contents.of(jsonRecord).prompt());
    }

    /** Returns the prompt and the answers. */
    public static List<Passage> whole(JsonRecord jsonRecord) {
        Contents contents = Contents.of(jsonRecord);
        String annotator = Objects.requireNonNullElse(contents.annotator(), "");
        List<Passage> passages = new ArrayList<>(messages(annotator, contents.prompt()));
        for (int i = 0; i < contents.answers().size(); i++) {
            passages.add(new Passage(
                    place(jsonRecord, i) + annotator, contents.answers().get(i)));
        }
        return passages;
    }

    private static String place(JsonRecord jsonRecord, int answer) {
        return switch (jsonRecord) {
            case Ranking ranking -> "answer in tier " + ranking.tiers().values().get(answer);
            case Rating rating ->
                "answer " + rating.verdict().criterion() + rating.verdict().value();
            default -> "answer";
        };
    }

    private static List<Passage> messages(String annotator, List<Message> messages) {
        return messages.stream()
                .filter(message -> message.role() != Role.SYSTEM)
                .map(message -> new Passage(message.role().jsonName() + annotator, message.content()))
                .toList();
    }
}
