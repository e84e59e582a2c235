package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a ranking beyond the order: who judged, what is good enough, how far apart the tiers are.
 *
 * @param annotator the pseudonym of the person who ranked, or the name of the rule
 * @param acceptableTier the last tier that is good enough; 0 if none is
 * @param strengths the gap between tier t and t + 1, from 1 (slight) to 3 (strong), T − 1 in all; empty if not asked
 */
public record Judgement(
        @Nullable String annotator, @Nullable Integer acceptableTier, List<Integer> strengths) {

    private static final Judgement UNKNOWN = new Judgement(null, null, List.of());
    private static final int STRONGEST = 3;

    public Judgement {
        strengths = List.copyOf(strengths);
        if (acceptableTier != null && acceptableTier < 0) {
            throw new InvalidRecordException("Bad acceptable_tier", "" + acceptableTier, "at least 0");
        }
        if (strengths.stream().anyMatch(strength -> strength < 1 || strength > STRONGEST)) {
            throw new InvalidRecordException("Bad strengths", "" + strengths, "numbers from 1 to " + STRONGEST);
        }
    }

    /** Returns the judgement of which nothing is known but the order. */
    public static Judgement unknown() {
        return UNKNOWN;
    }

    /** Returns the judgement of a named annotator. */
    public static Judgement by(String annotator) {
        return new Judgement(annotator, null, List.of());
    }

    /** Returns this judgement by a named annotator. */
    public Judgement withAnnotator(@Nullable String newAnnotator) {
        return new Judgement(newAnnotator, acceptableTier, strengths);
    }

    /** Reads the optional fields {@code annotator}, {@code acceptable_tier} and {@code strengths}. */
    public static Judgement from(JsonFields fields) {
        List<Integer> strengths = new ArrayList<>();
        if (fields.has("strengths")) {
            for (Integer strength : fields.integersOrNulls("strengths")) {
                if (strength == null) {
                    throw fields.failure("strengths", "whole numbers");
                }
                strengths.add(strength);
            }
        }
        return new Judgement(fields.optionalText("annotator"), fields.optionalInteger("acceptable_tier"), strengths);
    }

    void requireFits(Tiers tiers) {
        if (acceptableTier != null && acceptableTier > tiers.count()) {
            throw new InvalidRecordException(
                    "Bad acceptable_tier", "" + acceptableTier, "at most the last tier, " + tiers.count());
        }
        if (!strengths.isEmpty() && strengths.size() != tiers.count() - 1) {
            throw new InvalidRecordException(
                    "Bad strengths", strengths.size() + " of them", "one between tiers, " + (tiers.count() - 1));
        }
    }

    /** Adds what is known to an object. */
    public void addTo(ObjectNode json) {
        if (annotator != null) {
            json.put("annotator", annotator);
        }
        if (acceptableTier != null) {
            json.put("acceptable_tier", acceptableTier);
        }
        if (!strengths.isEmpty()) {
            strengths.forEach(json.putArray("strengths")::add);
        }
    }
}
