package dev.lichen.cli.quickstart;

import dev.lichen.cli.model.LoadedModel;
import dev.lichen.cli.world.SimulatedAnnotator;
import dev.lichen.cli.world.Task;
import dev.lichen.cli.world.World;
import dev.lichen.cli.world.WorldRecords;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.lm.generation.Generation;
import dev.lichen.lm.generation.Generator;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.training.RandomStreams;
import java.util.ArrayList;
import java.util.List;

/** Samples K answers a question from the fine-tuned model and lets simulated annotators rank them in turn. */
final class SimulatedRankings {

    private final World world;
    private final LoadedModel model;
    private final SamplingConfig sampling;
    private final RandomStreams random;

    SimulatedRankings(World world, LoadedModel model, SamplingConfig sampling, RandomStreams random) {
        this.world = world;
        this.model = model;
        this.sampling = sampling;
        this.random = random;
    }

    /** Returns a ranking a question. */
    List<Ranking> rank(List<Prompt> prompts, int answers) {
        List<String> texts = sample(prompts, answers);
        List<SimulatedAnnotator> annotators = SimulatedAnnotator.all();
        List<Ranking> rankings = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            Task task = WorldRecords.taskOf(world, prompts.get(i)).orElseThrow();
            rankings.add(WorldRecords.ranking(
                    task,
                    texts.subList(i * answers, (i + 1) * answers),
                    "sft",
                    annotators.get(i % annotators.size()),
                    random.stream("ranking", 0, i)));
        }
        return rankings;
    }

    private List<String> sample(List<Prompt> prompts, int answers) {
        List<TokenSequence> contexts = new ArrayList<>();
        List<Long> seeds = new ArrayList<>();
        for (Prompt prompt : prompts) {
            TokenSequence context = model.text().renderer().renderPrompt(prompt.prompt());
            for (int i = 0; i < answers; i++) {
                seeds.add(random.seed("answer", 0, seeds.size()));
                contexts.add(context);
            }
        }
        List<Generation> generations = new Generator(model.model())
                .generate(contexts, sampling, model.text().renderer().stopTokens(), seeds);
        return generations.stream()
                .map(generation -> model.text().tokenizer().decode(generation.tokens()))
                .toList();
    }
}
