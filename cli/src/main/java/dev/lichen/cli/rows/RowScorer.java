package dev.lichen.cli.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.TokenScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds to rows the log-probability of each scored token, in nats, and their sum. */
public final class RowScorer {

    private static final double OWN_TEMPERATURE = 1;

    private final CausalLanguageModel model;
    private final Optional<RewardScores> rewards;

    /** Creates a scorer of rows, by a reward model as well if there is one. */
    public RowScorer(CausalLanguageModel model, Optional<RewardScores> rewards) {
        this.model = model;
        this.rewards = rewards;
    }

    /** Returns the rows with {@code log_probability}, {@code token_log_probabilities} and {@code tokens}, their number. */
    public List<ObjectNode> score(List<ScoringRow> rows) {
        List<MaskedTokens> sequences = rows.stream().map(ScoringRow::tokens).toList();
        TokenScores scores = model.score(sequences, OWN_TEMPERATURE);
        List<ObjectNode> results = new ArrayList<>();
        int from = 0;
        for (ScoringRow row : rows) {
            int to = from + row.tokens().mask().count();
            results.add(result(row.json(), scores.slice(from, to)));
            from = to;
        }
        rewards.ifPresent(reward -> addScores(results, reward.score(rows)));
        return results;
    }

    private static void addScores(List<ObjectNode> results, List<Double> scores) {
        for (int i = 0; i < results.size(); i++) {
            results.get(i).put("score", scores.get(i));
        }
    }

    private static ObjectNode result(ObjectNode json, TokenScores scores) {
        double sum = 0;
        var each = json.putArray("token_log_probabilities");
        for (int i = 0; i < scores.size(); i++) {
            sum += scores.logProbability(i);
            each.add(scores.logProbability(i));
        }
        return json.put("log_probability", sum).put("tokens", scores.size());
    }
}
