package dev.lichen.cli.quickstart;

import dev.lichen.cli.pipeline.LineConfig;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.cli.pipeline.Pipeline;
import dev.lichen.cli.stage.LineEnvironment;
import dev.lichen.training.Outcome;

/** Runs the quickstart, or what is left of it. */
public final class Quickstart {

    private Quickstart() {}

    /** Runs every stage that is not done yet in the run's folder. */
    public static Outcome run(QuickstartConfig config, LineFolders folders, LineEnvironment line) {
        LineConfig.keep(folders.root(), config, QuickstartConfig.defaults(folders, config.seed()));
        QuickstartStages stages = new QuickstartStages(config, folders, line);
        Pipeline pipeline = new Pipeline(folders.root(), line.stop(), line.clock(), line.display());
        return pipeline.run(stages.all());
    }
}
