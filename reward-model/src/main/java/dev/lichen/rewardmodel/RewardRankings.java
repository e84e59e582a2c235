package dev.lichen.rewardmodel;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.split.Parts;
import dev.lichen.datasets.split.Splitter;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads and renders what a reward model learns from and is measured on.
 *
 * @param data which files, and what is held out of them
 * @param loss decides which rankings compare anything
 * @param renderer turns answers into tokens
 */
record RewardRankings(RewardData data, RewardLoss loss, AnswerRenderer renderer) {

    private static final String SPLIT = "reward";

    /** The rankings to learn from and those held out. */
    Parts<Ranking> read() {
        List<Ranking> all = Datasets.readRankings(data.rankings()).records();
        Path validation = data.validation();
        if (validation != null) {
            return new Parts<>(all, Datasets.readRankings(validation).records(), List.of());
        }
        return new Splitter(0, data.validationFraction(), SPLIT, data.grouping()).split(all);
    }

    /** Renders the rankings to learn from; there must be some. */
    RewardExamples training(Parts<Ranking> parts) {
        RewardExamples rendered = RewardExamples.of(parts.train(), loss, renderer);
        if (rendered.examples().isEmpty()) {
            throw new DataFormatException(
                    "Nothing to learn",
                    Place.of(data.rankings()),
                    rendered.describe(renderer.maximumTokens()),
                    "rankings of at least two tiers that fit");
        }
        return rendered;
    }

    /** Renders the rankings held out. */
    HeldOutRankings heldOut(Parts<Ranking> parts) {
        return new HeldOutRankings(
                RewardExamples.of(parts.validation(), loss, renderer).examples());
    }

    /** The answers that shall score 0 on average. */
    List<Demonstration> demonstrations() {
        Path file = data.demonstrations() == null ? data.rankings() : data.demonstrations();
        return Datasets.readDemonstrations(file).records();
    }
}
