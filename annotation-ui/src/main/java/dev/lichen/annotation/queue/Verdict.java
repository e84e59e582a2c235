package dev.lichen.annotation.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.StoredJudgement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a stored judgement: what was said, by slot, and under which circumstances.
 *
 * @param tiers the tier of each slot, identical answers tied; null not ranked; empty unless ranked
 * @param acceptableTier the last tier that is good enough; null if the line was not drawn
 * @param strengths the gaps between tiers; empty if not asked
 * @param ratings values by criterion
 * @param flags what is wrong with answers
 * @param comparisons answers compared two at a time, in the order in which it was said; absent from the body if none, so
 *     that judgements made before comparisons were kept have the same body still
 * @param confidence from 1 to 3; null if not asked
 * @param setting how the item came to the annotator
 * @param effort how the work was done
 * @param imported what a file said of where the judgement comes from; absent from the body unless it was imported
 */
public record Verdict(
        List<@Nullable Integer> tiers,
        @Nullable Integer acceptableTier,
        List<Integer> strengths,
        List<SlotRating> ratings,
        List<SlotFlag> flags,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Comparison> comparisons,
        @Nullable Integer confidence,
        Setting setting,
        Effort effort,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ObjectNode imported) {

    /**
     * A value by one criterion.
     *
     * @param slot which answer
     * @param criterion its code
     * @param value on the criterion's scale
     */
    public record SlotRating(int slot, String criterion, int value) {}

    /**
     * Something wrong with an answer.
     *
     * @param slot which answer
     * @param code its code
     */
    public record SlotFlag(int slot, String code) {}

    /**
     * How an item came to an annotator.
     *
     * @param purpose why
     * @param training whether feedback followed
     * @param order the slot shown at each position
     * @param guideline the version of the guideline
     * @param schema the version of the schema
     * @param policy how the item was chosen
     * @param propensity the chance with which it was, in (0, 1]
     * @param arm the part of the policy that chose it; null in judgements made before it was kept
     */
    public record Setting(
            Purpose purpose,
            boolean training,
            List<Integer> order,
            UUID guideline,
            UUID schema,
            String policy,
            double propensity,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SamplingArm arm) {}

    /** Creates what somebody said here. */
    public Verdict(
            List<@Nullable Integer> tiers,
            @Nullable Integer acceptableTier,
            List<Integer> strengths,
            List<SlotRating> ratings,
            List<SlotFlag> flags,
            List<Comparison> comparisons,
            @Nullable Integer confidence,
            Setting setting,
            Effort effort) {
        this(tiers, acceptableTier, strengths, ratings, flags, comparisons, confidence, setting, effort, null);
    }

    public Verdict {
        tiers = Collections.unmodifiableList(new ArrayList<>(tiers));
        strengths = List.copyOf(strengths);
        ratings = List.copyOf(ratings);
        flags = List.copyOf(flags);
        comparisons = comparisons == null ? List.of() : List.copyOf(comparisons);
    }

    /** Returns the values that an answer got, by criterion. */
    public SortedMap<String, Integer> ratingsOf(int slot) {
        SortedMap<String, Integer> values = new TreeMap<>();
        ratings.stream()
                .filter(rating -> rating.slot() == slot)
                .forEach(rating -> values.put(rating.criterion(), rating.value()));
        return values;
    }

    /** Returns the codes of what is wrong with an answer. */
    public List<String> flagsOf(int slot) {
        return flags.stream()
                .filter(flag -> flag.slot() == slot)
                .map(SlotFlag::code)
                .toList();
    }

    /** Returns whether the same was said; the time that it took may differ. */
    boolean saysTheSameAs(Verdict other) {
        return equals(new Verdict(
                other.tiers,
                other.acceptableTier,
                other.strengths,
                other.ratings,
                other.flags,
                other.comparisons,
                other.confidence,
                other.setting,
                effort,
                other.imported));
    }

    /** Reads the verdict of a stored judgement. */
    public static Verdict of(StoredJudgement judgement) {
        return CanonicalJson.read(judgement.body(), Verdict.class);
    }
}
