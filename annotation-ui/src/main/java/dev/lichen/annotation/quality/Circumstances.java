package dev.lichen.annotation.quality;

import dev.lichen.annotation.queue.ImportedJudgements;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.StoredJudgement;
import java.util.List;

/**
 * How an item came to somebody, and whether they dealt with it.
 *
 * @param purpose why the item was given to the person
 * @param shownHere whether the order of showing is known: that of judgements from elsewhere is not
 * @param training whether feedback followed
 * @param left whether the person left the item to others, by a skip or a report
 */
record Circumstances(Purpose purpose, boolean shownHere, boolean training, boolean left) {

    private static final List<Purpose> PURPOSES = List.of(Purpose.values());
    private static final int SHOWN_HERE = 8;
    private static final int TRAINING = 16;
    private static final int LEFT = 32;

    static Circumstances of(StoredJudgement judgement, Verdict.Setting setting) {
        JudgementOutcome outcome = judgement.outcome();
        return new Circumstances(
                setting.purpose(),
                !setting.policy().startsWith(ImportedJudgements.POLICY),
                setting.training(),
                outcome == JudgementOutcome.SKIP || outcome == JudgementOutcome.FLAGGED);
    }

    /** Reads what {@link #packed} gave; higher bits say nothing. */
    static Circumstances unpacked(int bits) {
        return new Circumstances(
                PURPOSES.get(bits & (SHOWN_HERE - 1)),
                (bits & SHOWN_HERE) != 0,
                (bits & TRAINING) != 0,
                (bits & LEFT) != 0);
    }

    /** Returns the same in the lowest six bits. */
    int packed() {
        return PURPOSES.indexOf(purpose) | (shownHere ? SHOWN_HERE : 0) | (training ? TRAINING : 0) | (left ? LEFT : 0);
    }
}
