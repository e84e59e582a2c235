package dev.lichen.lm.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionSummaryTest {
    private static final double SAME = 1e-4;

    @Test
    void agreesWithTheLogits() {
        try (CausalLanguageModel model = TinyModels.random(3)) {
            TokenSequence start = TokenSequence.of(1, 2, 3);
            int best = likeliest(model.logits(start).get(2));
            TokenSequence tokens = start.plus(best).plus((best + 1) % 64);
            List<MaskedTokens> marked = List.of(MaskedTokens.from(tokens, 3), MaskedTokens.from(start, 1));
            PredictionSummary summary = model.predict(marked);
            TokenScores scores = model.score(marked, 1);
            double sum = IntStream.range(0, scores.size())
                    .mapToDouble(scores::logProbability)
                    .sum();
            assertEquals(4, summary.tokens());
            assertEquals(sum, summary.logProbability(), SAME);
            assertEquals(likely(model, tokens, 3) + likely(model, start, 1), summary.likeliest());
            assertNotEquals(summary.logProbability(), summary.loss(), SAME);
        }
    }

    private static long likely(CausalLanguageModel model, TokenSequence tokens, int from) {
        List<float[]> logits = model.logits(tokens);
        return IntStream.range(from, tokens.size())
                .filter(position -> likeliest(logits.get(position - 1)) == tokens.get(position))
                .count();
    }

    private static int likeliest(float[] logits) {
        return IntStream.range(0, logits.length)
                .reduce((left, right) -> logits[right] > logits[left] ? right : left)
                .orElseThrow();
    }
}
