package dev.lichen.datasets.formats.tools;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.format.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes rankings of ranks by name, whatever numbers a tool gave: 3, 3, 3 is a tie of all. */
final class Judged {

    static final String TOO_FEW = "fewer than two answers";
    static final String NOTHING_RANKED = "no answer was ranked";
    static final String UNKNOWN_NAME = "a judgement names an answer that the export does not hold";
    static final String READ_ONLY = "the format is the export of a tool, which is read and not written";

    private Judged() {}

    /**
     * Returns the ranking of an item's answers.
     *
     * @param ranks by the answers' names, smaller is better; what has none was not ranked
     */
    static Reading<JsonRecord> ranking(
            Item item, Map<String, Integer> ranks, @Nullable String annotator, Attributes attributes) {
        if (item.prompt().isEmpty()) {
            return new Reading.Skipped<>(Item.NO_PROMPT);
        }
        if (item.answers().size() < 2) {
            return new Reading.Skipped<>(TOO_FEW);
        }
        if (!item.answers().keySet().containsAll(ranks.keySet())) {
            return new Reading.Skipped<>(UNKNOWN_NAME);
        }
        List<Answer> answers = new ArrayList<>(item.answers().values());
        List<@Nullable Integer> inOrder = new ArrayList<>();
        item.answers().keySet().forEach(name -> inOrder.add(ranks.get(name)));
        if (inOrder.stream().allMatch(Objects::isNull)) {
            return new Reading.Skipped<>(NOTHING_RANKED);
        }
        Judgement judgement = annotator == null ? Judgement.unknown() : Judgement.by(annotator);
        return new Reading.Kept<>(new Ranking(item.prompt(), answers, Tiers.ofRanks(inOrder), judgement, attributes));
    }
}
