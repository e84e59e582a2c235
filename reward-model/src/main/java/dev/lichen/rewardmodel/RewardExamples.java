package dev.lichen.rewardmodel;

import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.split.PromptKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rankings ready to be scored.
 *
 * @param examples those that compare something and fit
 * @param tooLong how many did not fit into the length limit
 * @param comparingNothing how many had no pair to learn from
 */
public record RewardExamples(List<RewardExample> examples, int tooLong, int comparingNothing) {

    /** Copies the list. */
    public RewardExamples {
        examples = List.copyOf(examples);
    }

    /** Renders the rankings that a loss can learn from. */
    public static RewardExamples of(List<Ranking> rankings, RewardLoss loss, AnswerRenderer renderer) {
        List<Ranking> comparing = rankings.stream()
                .map(RewardExamples::rankedOnly)
                .filter(loss::compares)
                .toList();
        List<RewardExample> examples = comparing.stream()
                .map(ranking -> example(ranking, renderer))
                .flatMap(Optional::stream)
                .toList();
        return new RewardExamples(examples, comparing.size() - examples.size(), rankings.size() - comparing.size());
    }

    /** Says how many rankings there are and how many were left out, on one line. */
    public String describe(int maximumTokens) {
        return "%d rankings to learn from; left out: %d longer than %d tokens, %d that compare nothing"
                .formatted(examples.size(), tooLong, maximumTokens, comparingNothing);
    }

    /** The tokens that each example takes through the model. */
    public List<Integer> tokens() {
        return examples.stream().map(RewardExample::tokens).toList();
    }

    private static Optional<RewardExample> example(Ranking ranking, AnswerRenderer renderer) {
        List<String> answers =
                ranking.answers().stream().map(answer -> answer.content()).toList();
        return renderer.render(ranking.prompt(), answers)
                .map(sequences -> new RewardExample(ranking, sequences, PromptKey.of(ranking.prompt())));
    }

    /** Leaves out the answers that nobody ranked, so that no time is spent on their scores. */
    static Ranking rankedOnly(Ranking ranking) {
        if (!ranking.tiers().isPartial() || ranking.tiers().ranked() < 2) {
            return ranking;
        }
        int[] ranked = IntStream.range(0, ranking.answers().size())
                .filter(answer -> ranking.tiers().of(answer).isPresent())
                .toArray();
        return new Ranking(
                ranking.prompt(),
                IntStream.of(ranked).mapToObj(ranking.answers()::get).toList(),
                new Tiers(IntStream.of(ranked)
                        .mapToObj(ranking.tiers().values()::get)
                        .toList()),
                ranking.judgement(),
                ranking.attributes());
    }
}
