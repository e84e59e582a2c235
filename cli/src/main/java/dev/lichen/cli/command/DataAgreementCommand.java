package dev.lichen.cli.command;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.ReadReport;
import dev.lichen.datasets.statistics.BootstrapInterval;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.judgements.Agreement;
import dev.lichen.datasets.statistics.judgements.AgreementReport;
import dev.lichen.datasets.statistics.judgements.Consensus;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how far annotators agree. */
@Command(
        name = "agreement",
        description = {
            "Say how far annotators agree: the statistics that fit the rankings and ratings of data files, with intervals"
                    + " and n, for the whole, by language and by annotator.",
            "Rankings of the same answers to the same prompt are compared, and ratings of the same answer by the same"
                    + " criterion. Intervals resample prompts. What cannot be computed says why."
        },
        footer = {
            "",
            "Examples:",
            "  lichen data agreement rankings.jsonl",
            "  lichen data agreement rankings.jsonl ratings.jsonl --consensus --json",
            "  lichen data agreement export.json --from label-studio --on-bad-record skip"
        })
final class DataAgreementCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rankings or ratings of any known format.")
    private List<Path> files = List.of();

    @Option(names = "--consensus", description = "Also say, for each prompt, which order the annotators give together.")
    private boolean consensus;

    @Option(
            names = "--interval",
            defaultValue = "percentile",
            description = "How intervals are found: percentile or bca (default: ${DEFAULT-VALUE}).")
    private String interval = "";

    @Option(
            names = "--resamples",
            defaultValue = "1000",
            description = "How many resamples an interval takes, at least 100 (default: ${DEFAULT-VALUE}).")
    private int resamples;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The seed of the resamples (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * What the command prints as JSON.
     *
     * @param files what was read from each
     * @param agreements on rankings and on each criterion
     * @param consensus of each shared ranking task; empty if it was not asked for
     */
    private record Result(List<String> files, List<Agreement> agreements, List<Consensus> consensus) {}

    @Override
    public Integer call() {
        AgreementReport report = new AgreementReport(bootstrap());
        List<String> read = new ArrayList<>();
        for (Path file : files) {
            var progress = new ReadingProgress("agreement", printer.errors(), Clock.systemUTC());
            ReadReport of = Datasets.scan(file, reading.with(progress), report::add);
            read.addAll(of.lines());
        }
        List<Agreement> agreements = report.agreements();
        if (agreements.isEmpty()) {
            throw new DataFormatException(
                    "Nothing to compare", Place.of(files.getFirst()), String.join("; ", read), "rankings or ratings");
        }
        List<Consensus> orders = consensus ? report.consensuses().toList() : List.of();
        printer.print(new Result(read, agreements, orders), text(read, agreements, orders));
        return 0;
    }

    private ClusterBootstrap bootstrap() {
        try {
            return new ClusterBootstrap(resamples, seed, Interval.USUAL_LEVEL, kind());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private BootstrapInterval kind() {
        return switch (interval) {
            case "percentile" -> BootstrapInterval.PERCENTILE;
            case "bca" -> BootstrapInterval.BIAS_CORRECTED_ACCELERATED;
            default ->
                throw new ParameterException(
                        spec.commandLine(), "Bad --interval: found " + interval + ", expected percentile or bca");
        };
    }

    private static String text(List<String> read, List<Agreement> agreements, List<Consensus> orders) {
        List<String> parts = new ArrayList<>(List.of(String.join("\n", read)));
        agreements.forEach(agreement -> parts.add(new AgreementTables(agreement).text()));
        if (!orders.isEmpty()) {
            parts.add(orders.stream().map(AgreementTables::consensus).collect(Collectors.joining("\n\n")));
        }
        return String.join("\n\n", parts);
    }
}
