package dev.lichen.cli.candidates;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.lm.generation.Generation;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.training.ContentHash;
import dev.lichen.training.Metrics;
import dev.lichen.training.Outcome;
import dev.lichen.training.RandomStreams;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import dev.lichen.training.TrainingListeners;
import dev.lichen.training.listener.JsonLinesMetrics;
import dev.lichen.training.listener.SampleTranscripts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Lets models answer prompts, one model after the other, and writes the items when all have answered.
 *
 * <p>An answer depends on the seed, the prompt's place in the file and the answer's number alone, so a run that was stopped
 * and begun again writes the same file.
 */
public final class CandidatesStage {

    /** The file of items in the run folder. */
    public static final String ITEMS = "items.jsonl";

    private static final String STAGE = "candidates";
    private static final int PROMPTS_AT_ONCE = 8;

    private final CandidatesConfig config;
    private final StageEnvironment environment;
    private final TrainingListener listener;
    private final List<Prompt> prompts;
    private final RandomStreams random;
    private final Map<String, Answer> answers = new TreeMap<>();
    private final long steps;
    private long done;

    private CandidatesStage(CandidatesConfig config, StageEnvironment environment, RunDirectory run) {
        this.config = config;
        this.environment = environment;
        this.listener = TrainingListeners.of(
                environment.display(),
                new JsonLinesMetrics(run.metricsFile()),
                new SampleTranscripts(run.samplesFile()));
        List<Prompt> all = Datasets.readPrompts(config.prompts()).records();
        this.prompts =
                config.maximumPrompts() == 0 ? all : all.subList(0, Math.min(all.size(), config.maximumPrompts()));
        this.random = new RandomStreams(config.seed());
        this.steps = (long) config.models().size() * Math.ceilDiv(prompts.size(), PROMPTS_AT_ONCE);
    }

    /** Answers every prompt and writes {@value #ITEMS} into the run folder. */
    public static Outcome run(CandidatesConfig config, StageEnvironment environment) {
        Map<String, String> hashes = new TreeMap<>();
        hashes.put("prompts", ContentHash.of(config.prompts()));
        config.models().forEach(model -> hashes.put(model.toString(), ContentHash.of(model)));
        try (RunDirectory run = environment.open(STAGE, config, config.seed(), hashes)) {
            return run.record(() -> new CandidatesStage(config, environment, run).answerAll(run.folder()));
        }
    }

    private Outcome answerAll(Path folder) {
        for (int model = 0; model < config.models().size(); model++) {
            if (!answer(model)) {
                listener.onEnd(Outcome.INTERRUPTED);
                return Outcome.INTERRUPTED;
            }
        }
        DataFiles.write(folder.resolve(ITEMS), items());
        listener.onEnd(Outcome.DONE);
        return Outcome.DONE;
    }

    /** Lets one model write its answers; returns whether nobody asked to stop. */
    private boolean answer(int number) {
        Path folder = config.models().get(number);
        Origin origin = Origin.of(folder, config);
        List<Integer> own = IntStream.range(0, config.answers())
                .filter(answer -> config.modelOf(answer) == number)
                .boxed()
                .toList();
        try (LoadedModel model = LoadedModel.open(folder, environment.compute())) {
            for (int from = 0; from < prompts.size() && !own.isEmpty(); from += PROMPTS_AT_ONCE) {
                if (environment.stop().isRequested()) {
                    return false;
                }
                Instant start = environment.clock().instant();
                int to = Math.min(prompts.size(), from + PROMPTS_AT_ONCE);
                double length = answer(model, origin, own, from, to);
                done++;
                Duration taken = Duration.between(start, environment.clock().instant());
                listener.onStep(new Step(done, steps, Metrics.of("candidates/length", length), taken));
            }
        }
        return true;
    }

    /** Answers some prompts and returns the mean length of the answers. */
    private double answer(LoadedModel model, Origin origin, List<Integer> own, int from, int to) {
        List<Integer> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int prompt = from; prompt < to; prompt++) {
            for (int answer : own) {
                rows.add(prompt);
                numbers.add(answer);
            }
        }
        List<Candidate> candidates = candidates(model, rows, numbers);
        for (int i = 0; i < rows.size(); i++) {
            answers.put(key(rows.get(i), numbers.get(i)), candidates.get(i).answer(origin));
        }
        listener.onSample(new TrainingListener.Sample(
                done + 1,
                prompts.get(from).prompt().getLast().content(),
                candidates.getFirst().text(),
                Metrics.of("tokens", candidates.getFirst().tokens())));
        return candidates.stream().mapToInt(Candidate::tokens).average().orElse(0);
    }

    private List<Candidate> candidates(LoadedModel model, List<Integer> rows, List<Integer> numbers) {
        int room = model.model().config().maximumLength() - config.maximumNewTokens();
        List<TokenSequence> asked = rows.stream()
                .map(row -> model.text()
                        .renderer()
                        .renderPromptWithin(prompts.get(row).prompt(), Math.max(1, room)))
                .toList();
        List<Long> seeds = IntStream.range(0, rows.size())
                .mapToObj(i -> random.seed(STAGE, numbers.get(i), rows.get(i)))
                .toList();
        List<Generation> generations = new Generator(model.model())
                .generate(asked, config.sampling(), model.text().renderer().stopTokens(), seeds);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> candidate(model, generations.get(i), seeds.get(i)))
                .toList();
    }

    private static Candidate candidate(LoadedModel model, Generation generation, long seed) {
        String text = model.text().tokenizer().decode(generation.tokens());
        return new Candidate(text, generation.tokens().size(), seed, generation.finishReason());
    }

    private List<Ranking> items() {
        return IntStream.range(0, prompts.size())
                .mapToObj(prompt -> new Ranking(
                        prompts.get(prompt).prompt(),
                        IntStream.range(0, config.answers())
                                .mapToObj(answer -> answers.getOrDefault(key(prompt, answer), new Answer("")))
                                .toList(),
                        Tiers.ofRanks(Collections.nCopies(config.answers(), 1)),
                        Judgement.unknown(),
                        prompts.get(prompt).attributes()))
                .toList();
    }

    private static String key(int prompt, int answer) {
        return prompt + "/" + answer;
    }
}
