package dev.lichen.lm.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares whole models with the reference's logits, greedy tokens and loss. */
class ParityTest {
    private static final float LOGIT = 1e-4f;

    private static Path folder(String name) {
        String shared = System.getProperty("lichen.shared", "");
        assumeTrue(!shared.isBlank(), "reads shared data: set -Dlichen.shared");
        return Path.of(shared, "data", "parity", name);
    }

    private static JsonNode expected(Path folder) throws IOException {
        return new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
    }

    private static TokenSequence ids(JsonNode array) {
        TokenSequence tokens = TokenSequence.empty();
        for (JsonNode id : array) {
            tokens = tokens.plus(id.intValue());
        }
        return tokens;
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-gqa-tied", "llama3-rope-scaled"})
    void logitsAreTheReferences(String name) throws IOException {
        Path folder = folder(name);
        JsonNode expected = expected(folder);
        try (CausalLanguageModel model = CausalLanguageModel.load(folder, Compute.reference())) {
            assertLogits(expected.get("logits"), model.logits(ids(expected.get("ids"))));
            assertLogits(expected.get("shorter_logits"), model.logits(ids(expected.get("shorter_ids"))));
        }
    }

    private static void assertLogits(JsonNode rows, List<float[]> found) {
        for (int t = 0; t < found.size(); t++) {
            float[] row = new float[rows.get(t).size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = rows.get(t).get(i).floatValue();
            }
            assertArrayEquals(row, found.get(t), LOGIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-gqa-tied", "llama3-rope-scaled"})
    void greedyTokensAreTheReferences(String name) throws IOException {
        Path folder = folder(name);
        JsonNode expected = expected(folder);
        try (CausalLanguageModel model = CausalLanguageModel.load(folder, Compute.reference())) {
            TokenSequence said = new Generator(model)
                    .generate(List.of(ids(expected.get("ids"))), SamplingConfig.greedy(24), Set.of(), List.of(0L))
                    .get(0)
                    .tokens();
            assertEquals(ids(expected.get("greedy_24")), said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama-gqa-tied", "llama3-rope-scaled"})
    void theLossIsTheReferences(String name) throws IOException {
        Path folder = folder(name);
        JsonNode expected = expected(folder);
        try (CausalLanguageModel model = CausalLanguageModel.load(folder, Compute.reference())) {
            TokenSequence tokens = ids(expected.get("ids"));
            double sum = 0;
            for (float logProbability :
                    model.score(List.of(MaskedTokens.from(tokens, 1)), 1).logProbabilities()) {
                sum -= logProbability;
            }
            double loss = sum / (tokens.size() - 1);
            assertEquals(expected.get("mean_next_token_loss").doubleValue(), loss, LOGIT);
            double shifted = sum / tokens.size(); // negative control: the mean over one token too many
            assertTrue(Math.abs(expected.get("mean_next_token_loss").doubleValue() - shifted) > 100 * LOGIT);
        }
    }
}
