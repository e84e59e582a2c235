package dev.lichen.annotation.work;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.queue.Comparison;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.store.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A judgement in the form in which the workbench keeps work, so that it can be opened again and corrected.
 *
 * @param submission what was said, by position
 * @param letters the letter of each position
 */
record WorkState(Submission submission, List<String> letters) {

    ObjectNode json() {
        List<List<String>> tiers = tiers();
        ObjectNode state = CanonicalJson.object();
        ArrayNode ordered = state.putArray("tiers");
        tiers.forEach(tier -> tier.forEach(ordered.addArray()::add));
        addGaps(state, tiers.size() - 1);
        addLine(state, tiers);
        state.put("outcome", submission.outcome().name());
        addOfAnswers(state);
        ArrayNode comparisons = state.putArray("comparisons");
        submission.comparisons().forEach(said -> add(comparisons, said));
        return state.put("comment", orEmpty(submission.words().comment()))
                .put("rewrite", orEmpty(submission.words().rewrite()));
    }

    /** Returns the letters of each tier, the best first. */
    private List<List<String>> tiers() {
        TreeMap<Integer, List<String>> tiers = new TreeMap<>();
        for (int position = 0; position < submission.tiers().size(); position++) {
            Integer tier = submission.tiers().get(position);
            if (tier != null) {
                tiers.computeIfAbsent(tier, _ -> new ArrayList<>()).add(letters.get(position));
            }
        }
        return List.copyOf(tiers.values());
    }

    /** Says 0 of each gap where no strength was stated. */
    private void addGaps(ObjectNode state, int gaps) {
        ArrayNode strengths = state.putArray("strengths");
        for (int gap = 0; gap < gaps; gap++) {
            strengths.add(
                    submission.strengths().isEmpty()
                            ? 0
                            : submission.strengths().get(gap));
        }
    }

    /** The line stands below the tier of an answer, or above all of them. */
    private void addLine(ObjectNode state, List<List<String>> tiers) {
        Integer line = submission.acceptableTier();
        if (line != null) {
            state.put("line", line == 0 ? "" : tiers.get(line - 1).getFirst());
        }
    }

    private void addOfAnswers(ObjectNode state) {
        ObjectNode flags = state.putObject("flags");
        submission
                .flags()
                .forEach(flag -> flags.withArray(letters.get(flag.position())).add(flag.code()));
        ObjectNode ratings = state.putObject("ratings");
        submission
                .ratings()
                .forEach(rating ->
                        ratings.withObject(rating.criterion()).put(letters.get(rating.position()), rating.value()));
    }

    private void add(ArrayNode comparisons, Comparison said) {
        comparisons
                .addObject()
                .put("first", letters.get(said.first()))
                .put("second", letters.get(said.second()))
                .put("outcome", said.outcome().name())
                .put("milliseconds", said.milliseconds());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
