package dev.lichen.cli.command;

import dev.lichen.cli.candidates.CandidatesConfig;
import dev.lichen.cli.candidates.CandidatesStage;
import dev.lichen.training.Outcome;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes answers to be ranked. */
@Command(
        name = "candidates",
        description = {
            "Write several answers to each prompt, by one or several models, to be ranked.",
            "The run folder gets items.jsonl, which the annotation app imports; each answer says which weights, tokenizer,"
                    + " chat template, sampler and seed wrote it."
        },
        footer = {
            "",
            "Example:",
            "  lichen candidates --set 'models=[models/sft, runs/ppo/model]' --set prompts=prompts.jsonl \\",
            "    --set answers=4 --run-dir runs/candidates"
        })
final class CandidatesCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() {
        CandidatesConfig config = options.resolve(CandidatesConfig.defaults());
        Outcome outcome = options.run(environment -> CandidatesStage.run(config, environment));
        String run = options.folder().toString();
        if (outcome == Outcome.DONE) {
            String items = options.folder().resolve(CandidatesStage.ITEMS).toString();
            printer.print(
                    Map.of("run", run, "state", "done", "items", items), run + ": done; the items are in " + items);
        } else {
            printer.print(
                    Map.of("run", run, "state", "interrupted"),
                    run + ": stopped as asked; the same command with --resume begins again");
        }
        return 0;
    }
}
