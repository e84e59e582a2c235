package dev.lichen.cli.rows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.cli.model.LoadedModel;
import dev.lichen.lm.generation.FinishReason;
import dev.lichen.lm.generation.Generation;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.training.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Continues rows; the text of a row depends on the run's seed and on the row's place in the file alone.
 *
 * <p>Rows of text end at the model's stop tokens or before a stop text. Rows of ids know no stop tokens: they get as many
 * new ids as were asked for.
 */
public final class RowGenerator {

    private final LoadedModel model;
    private final SamplingConfig sampling;
    private final RandomStreams random;
    private final List<String> stopTexts;

    /** Creates a generator of rows. */
    public RowGenerator(LoadedModel model, SamplingConfig sampling, long seed, List<String> stopTexts) {
        this.model = model;
        this.sampling = sampling;
        this.random = new RandomStreams(seed);
        this.stopTexts = List.copyOf(stopTexts);
    }

    /**
     * Continues rows, of which the first is the file's {@code firstRow}-th, counted from 0.
     *
     * @return the rows with {@code text}, {@code ids} and {@code finish_reason}
     */
    public List<ObjectNode> continueRows(List<GenerationRow> rows, long firstRow) {
        List<Generation> generations = generate(rows, firstRow);
        List<ObjectNode> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            results.add(result(rows.get(i), generations.get(i)));
        }
        return results;
    }

    private List<Generation> generate(List<GenerationRow> rows, long firstRow) {
        boolean text = rows.getFirst().isText();
        Set<Integer> stopTokens = text ? model.text().renderer().stopTokens() : Set.of();
        List<TokenSequence> prompts = rows.stream().map(GenerationRow::prompt).toList();
        List<Long> seeds = LongStream.range(firstRow, firstRow + rows.size())
                .mapToObj(row -> random.seed("generate", 0, row))
                .toList();
        return new Generator(model.model()).generate(prompts, sampling, stopTokens, seeds);
    }

    private ObjectNode result(GenerationRow row, Generation generation) {
        ObjectNode json = row.json();
        if (!row.isText()) {
            return finish(json, generation.tokens(), generation.finishReason());
        }
        StoppedText stopped = StoppedText.of(model.text().tokenizer(), generation, stopTexts);
        json.put("text", stopped.text());
        return finish(json, stopped.tokens(), stopped.finishReason());
    }

    private static ObjectNode finish(ObjectNode json, TokenSequence ids, FinishReason reason) {
        var array = json.putArray("ids");
        ids.stream().forEach(array::add);
        return json.put("finish_reason", reason.name().toLowerCase(Locale.ROOT));
    }
}
