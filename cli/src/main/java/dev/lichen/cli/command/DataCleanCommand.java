package dev.lichen.cli.command;

import dev.lichen.cli.data.RecordFiles;
import dev.lichen.datasets.cleaning.Cleaner;
import dev.lichen.datasets.cleaning.CleaningPlan;
import dev.lichen.datasets.cleaning.CleaningReport;
import dev.lichen.datasets.cleaning.CleaningStep;
import dev.lichen.datasets.cleaning.QualityRules;
import dev.lichen.datasets.cleaning.Restoration;
import dev.lichen.datasets.cleaning.StepCount;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cleans records or pages, and puts back what cleaning took. */
@Command(
        name = "clean",
        description = {
            "Clean records or pages of text; everything that is taken can be put back.",
            "Input: data files of any known format, JSON lines with a text, or pages (.txt, .md, .html). Output: JSON lines"
                    + " in Lichen's own format, and beside NAME.jsonl what was taken, as NAME.removed.jsonl.",
            "",
            "Steps, in this order:",
            "  page               menus, notices, link lists, advertising leave pages",
            "  unicode            text gets Unicode's composed form, NFC",
            "  control            characters that control and do not show leave",
            "  personal-data      mail addresses, phone, identity, card numbers go",
            "                     and leave [EMAIL], [PHONE], [ID], [CARD]",
            "  language           records in other languages than --language go",
            "  quality            blank, broken, endlessly repeating texts go",
            "                     (pages, and answers of conversations)",
            "  exact-duplicates   records that repeat an earlier one go",
            "  near-duplicates    records that nearly repeat an earlier one go",
            ""
        },
        footer = {
            "",
            "Example:",
            "  lichen data clean sft.jsonl --language zh,en --to clean.jsonl",
            "  lichen data clean page1.html page2.txt --only page --to pages.jsonl",
            "  lichen data clean scraped.jsonl --from sharegpt --on-bad-record skip --to clean.jsonl",
            "  lichen data clean rankings.jsonl --without near-duplicates --to clean.jsonl",
            "  lichen data clean --restore clean.jsonl --to original.jsonl",
            "  lichen data clean --restore clean.jsonl --id a17 --record 4 --to some.jsonl"
        })
final class DataCleanCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to clean; with --restore, the cleaned file.")
    private List<Path> files = List.of();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "JSON lines to write; also .gz or .zst.")
    private Path target = Path.of("");

    @Option(
            names = "--language",
            split = ",",
            paramLabel = "CODE",
            description = "Keep these languages only, as zh,en; by default all.")
    private Set<String> languages = Set.of();

    @Option(names = "--only", split = ",", paramLabel = "STEP", description = "Run these steps only.")
    private List<String> only = List.of();

    @Option(names = "--without", split = ",", paramLabel = "STEP", description = "Leave these steps out.")
    private List<String> without = List.of();

    @Option(
            names = "--near",
            defaultValue = "0.8",
            paramLabel = "SHARE",
            description = "Near duplicates share so much of their runs of three words (default: ${DEFAULT-VALUE}).")
    private double threshold;

    @Option(
            names = "--minimum-letters",
            defaultValue = "0.35",
            paramLabel = "SHARE",
            description = "Least share of letters and digits in a text (default: ${DEFAULT-VALUE}).")
    private double leastLetters;

    @Option(
            names = "--maximum-repetition",
            defaultValue = "0.6",
            paramLabel = "SHARE",
            description = "Largest share of a text that stood in it before (default: ${DEFAULT-VALUE}).")
    private double mostRepetition;

    @Option(names = "--restore", description = "Put back what cleaning took from FILE.")
    private boolean restore;

    @Option(names = "--id", paramLabel = "ID", description = "With --restore: the record with this id; repeatable.")
    private List<String> ids = List.of();

    @Option(
            names = "--record",
            paramLabel = "N",
            description = "With --restore: record number N of what was cleaned; repeatable.")
    private List<Long> numbers = List.of();

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        requireTarget();
        if (restore) {
            restoreRecords();
        } else {
            clean(plan());
        }
        return 0;
    }

    private void clean(CleaningPlan plan) {
        if (!ids.isEmpty() || !numbers.isEmpty()) {
            throw failure("--id and --record go with --restore only");
        }
        var progress = new ReadingProgress("clean", printer.errors(), Clock.systemUTC());
        RecordFiles records = new RecordFiles(files, reading.with(progress));
        CleaningReport report = Cleaner.clean(plan, records, target);
        ReadingOptions.warn(records, printer.errors());
        printer.print(report, text(report));
    }

    private void restoreRecords() {
        if (files.size() > 1) {
            throw failure("--restore takes one file, found " + files.size());
        }
        Set<String> names = new TreeSet<>(ids);
        numbers.forEach(number -> names.add("#" + number));
        Restoration.Result result = Restoration.restore(files.getFirst(), target, names);
        printer.print(
                result,
                "%d records put back, %d records written to %s".formatted(result.restored(), result.records(), target));
    }

    private CleaningPlan plan() {
        try {
            QualityRules rules = QualityRules.defaults();
            var quality =
                    new QualityRules(leastLetters, rules.mostRepeatedLines(), mostRepetition, rules.mostBrokenShare());
            Set<CleaningStep> steps = only.isEmpty() ? CleaningStep.all() : steps(only);
            steps.removeAll(steps(without));
            return new CleaningPlan(steps, languages(), quality, threshold);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Set<String> languages() {
        Set<String> known = Set.of(Locale.getISOLanguages());
        for (String language : languages) {
            if (!known.contains(language)) {
                throw failure("Unknown language " + language + ", expected a two-letter code, as zh or en");
            }
        }
        return languages;
    }

    private Set<CleaningStep> steps(List<String> names) {
        Set<CleaningStep> steps = EnumSet.noneOf(CleaningStep.class);
        names.forEach(name -> steps.add(CleaningStep.named(name)
                .orElseThrow(() -> failure("Unknown step " + name + ", expected one of "
                        + CleaningStep.all().stream().map(CleaningStep::label).collect(Collectors.joining(", "))))));
        return steps;
    }

    private void requireTarget() {
        if (!target.toString().matches(".*\\.jsonl(\\.gz|\\.zst)?")) {
            throw failure("--to must name a .jsonl, .jsonl.gz or .jsonl.zst file, was " + target);
        }
        Path absolute = target.toAbsolutePath().normalize();
        if (files.stream().anyMatch(file -> file.toAbsolutePath().normalize().equals(absolute))) {
            throw failure("--to must not be the file that is read, " + target);
        }
    }

    private ParameterException failure(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private String text(CleaningReport report) {
        TextTable table = new TextTable("step", "records", "found");
        report.steps().forEach(step -> table.row(step.step(), String.valueOf(step.records()), findings(step)));
        return table.text()
                + "\n%d records: %d kept, of which %d changed, and %d removed; written to %s"
                        .formatted(report.records(), report.kept(), report.changed(), report.removed(), target);
    }

    private static String findings(StepCount step) {
        Map<String, Long> ordered = new TreeMap<>(step.findings());
        return ordered.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
