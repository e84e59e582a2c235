package dev.lichen.cli.command;

import dev.lichen.cli.bench.Bench;
import dev.lichen.cli.bench.Figure;
import dev.lichen.cli.bench.Stopwatch;
import dev.lichen.cli.bench.Workload;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures what this machine does with a model. */
@Command(
        name = "bench",
        description = "Measure training, scoring, decoding and PPO of a model on this machine.",
        footer = {
            "",
            "Each figure is the median of some runs after one that does not count. Compare ratios,",
            "not times, and only within one sitting on a quiet machine. Peak memory is that of the",
            "whole process: measure one workload alone to know what it needs.",
            "",
            "Example:",
            "  lichen bench --model models/smollm2 --precision bfloat16 --json > bench.json",
            "  lichen bench --model models/smollm2 --only ppo"
        })
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private Printer printer = new Printer();

    @Option(
            names = "--times",
            defaultValue = "3",
            paramLabel = "N",
            description = "Counted runs a figure (default: ${DEFAULT-VALUE}).")
    private int times = 3;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "WORKLOAD",
            description = "Measure these alone: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<Workload> only = EnumSet.allOf(Workload.class);

    @Override
    public Integer call() {
        List<Figure> figures = new ArrayList<>();
        PrintWriter errors = printer.errors();
        new Bench(model.path(), model.compute(), new Stopwatch(Clock.systemUTC(), Math.max(1, times)), figure -> {
                    figures.add(figure);
                    errors.println(figure.workload() + ": " + figure.formatted());
                    errors.flush();
                })
                .run(only);
        printer.print(figures, table(figures));
        return 0;
    }

    private static String table(List<Figure> figures) {
        TextTable table = new TextTable("workload", "rate", "arithmetic", "runs");
        figures.forEach(figure -> table.row(
                figure.workload(), figure.formatted(), figure.formattedRate(), String.valueOf(figure.runs())));
        return table.text();
    }
}
