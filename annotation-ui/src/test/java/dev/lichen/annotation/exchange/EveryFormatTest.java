package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.files.BadRecordPolicy;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import dev.lichen.datasets.formats.ConversionReport;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.Formats;
import dev.lichen.datasets.formats.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every format that can be written, in every container: what comes back is equal, or the report named and counted it. */
class EveryFormatTest {

    /** Losses of which it is known in how many records they happen, where they happen. */
    private static final Map<String, Predicate<Ranking>> COUNTED = Map.of(
            "ties, since a pair has a winner", one -> one.tiers().hasTies(),
            "answers that were not ranked", one -> one.tiers().isPartial(),
            "the line of acceptable answers", one -> one.judgement().acceptableTier() != null,
            "which pairs come from one ranking", one -> one.answers().size() > 2,
            "messages of the system, for which a transcript has no speaker", EveryFormatTest::isLed,
            "messages of the system, for which Open Assistant has no role", EveryFormatTest::isLed);

    /** A tie of the arena says whether both answers are bad, which is the line where all are tied. */
    private static final Set<String> KEEPS_SOME_LINES = Set.of("arena");

    /** What an export says of a demonstration or rating; some formats add fields of their own. */
    private static final List<String> SAID = List.of(
            "id",
            "language",
            "source",
            "topic",
            "judgement_ids",
            "annotator_pseudonyms",
            "n",
            "guideline_sha",
            "ledger_head",
            "outcome",
            "comment",
            "reason",
            "answers");

    /** These hold texts and nothing else, and say so. */
    private static final Set<String> WITHOUT_FIELDS = Set.of("moss-rlhf-ppo");

    @TempDir
    Path folder;

    private static boolean isLed(Ranking ranking) {
        return ranking.prompt().getFirst().role() == Role.SYSTEM;
    }

    /** Where it comes from is in every line of every format that has fields, whatever the kind. */
    @ParameterizedTest
    @EnumSource
    void everyLineSaysWhoseJudgementItIsUnderWhichRulesAndAsOfWhen(ExportKind kind) throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, folder);
            LedgerHead head = world.services().ledger().head();
            String guideline =
                    world.services().projects().guideline(project.id()).sha256();
            for (Format format : ExportFormats.of(kind)) {
                Path file = folder.resolve(format.name() + ".jsonl");
                write(world, project, ExportRequest.in(format, kind, head), file);
                for (String line : records(file)) {
                    boolean says = line.contains(head.hash())
                            && line.contains(guideline)
                            && line.contains("\"annotator_pseudonyms\":[\"a-")
                            && line.contains("\"judgement_ids\":[\"")
                            && (kind != ExportKind.RANKINGS
                                    || line.contains("\"soft_labels\"")
                                    || line.contains("\"p_chosen\""));
                    assertEquals(!WITHOUT_FIELDS.contains(format.name()), says, format.name() + " " + line);
                }
            }
        }
    }

    /** Returns the lines of a file; of messages one by one, the first of each tree, which speaks for all of it. */
    private static List<String> records(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.contains("\"parent_id\":\""))
                .toList();
    }

    /** What {@code lichen candidates} wrote down of an answer's making. */
    @Test
    void makingOfAnswersArrivesInPairsAsGeneration() throws IOException {
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, folder);
            LedgerHead head = world.services().ledger().head();
            for (String name : List.of("trl-preference", "trl-preference-conversational", "hh-rlhf")) {
                Format format = Formats.named(name).orElseThrow();
                Path file = folder.resolve(name + ".jsonl");
                write(world, project, ExportRequest.in(format, ExportKind.RANKINGS, head), file);
                String first = Files.readAllLines(file).getFirst();
                assertTrue(first.contains("\"generation\":{\"chosen\":{\"generator\":\"gen-"), first);
                for (String fact : RichProject.MAKING.split(",", -1)) {
                    assertTrue(first.contains(fact), fact + " in " + first);
                }
            }
        }
    }

    /** Demonstrations, ratings and remarks, each line of which is a record. */
    @TestFactory
    Stream<DynamicTest> otherRecordsComeBackFromTheFormatsThatAreMadeForThem() {
        return Stream.of(ExportKind.DEMONSTRATIONS, ExportKind.RATINGS, ExportKind.REMARKS)
                .flatMap(kind -> ExportFormats.of(kind).stream()
                        .filter(format ->
                                ExportFormats.preview(kind, format).losses().isEmpty())
                        .flatMap(format -> Stream.of("jsonl", "json", "csv", "tsv", "parquet")
                                .map(ending -> DynamicTest.dynamicTest(
                                        kind + " as " + format.name() + " in " + ending,
                                        () -> comeBack(kind, format, ending)))));
    }

    private void comeBack(ExportKind kind, Format format, String ending) throws IOException {
        Path place = Files.createTempDirectory(folder, "one");
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, place);
            LedgerHead head = world.services().ledger().head();
            Path file = place.resolve("exported." + ending);
            ExportReport report = write(world, project, ExportRequest.in(format, kind, head), file);
            List<String> before = records(world, project, kind, head).stream()
                    .map(EveryFormatTest::words)
                    .toList();
            List<String> after = new ArrayList<>();
            Datasets.scan(
                    file,
                    new ReadOptions(format, BadRecordPolicy.FAIL, ReadProgress.SILENT),
                    one -> after.add(words(one)));
            assertEquals(before, after, () -> report.lines().toString());
            assertTrue(report.written().isLossless(), () -> report.lines().toString());
            assertEquals(before.size(), report.records());
        }
    }

    /** What a record says, without the order of its fields. */
    private static String words(JsonRecord one) {
        return switch (one) {
            case Rating rating -> rating.prompt() + rating.answer() + rating.verdict() + sorted(rating.attributes());
            case Prompt prompt -> prompt.prompt() + sorted(prompt.attributes());
            case Demonstration demonstration -> demonstration.messages() + sorted(demonstration.attributes());
            case Conversation conversation -> conversation.messages() + sorted(conversation.attributes());
            default -> throw new AssertionError(one);
        };
    }

    private static String sorted(Attributes attributes) {
        ObjectNode json = CanonicalJson.object();
        attributes.addTo(json);
        return CanonicalJson.write(json.retain(SAID));
    }

    @TestFactory
    Stream<DynamicTest> rankingsComeBackButForWhatTheReportNames() {
        List<Format> formats = ExportFormats.of(ExportKind.RANKINGS).stream()
                .filter(format -> format.kinds().contains(RecordKind.RANKING))
                .toList();
        List<FileForm> forms = FileForm.all();
        return Stream.iterate(0, n -> n < Math.max(formats.size(), forms.size()), n -> n + 1)
                .map(n -> DynamicTest.dynamicTest(
                        formats.get(n % formats.size()).name() + " in "
                                + forms.get(n % forms.size()).ending(),
                        () -> thereAndBack(formats.get(n % formats.size()), forms.get(n % forms.size()))));
    }

    private void thereAndBack(Format format, FileForm form) throws IOException {
        Path place = Files.createTempDirectory(folder, "one");
        Path file = place.resolve("exported." + form.ending());
        try (TestWorld world = TestWorld.on(TestDatabases.H2);
                TestWorld fresh = TestWorld.on(TestDatabases.H2)) {
            Project project = RichProject.make(world, place);
            LedgerHead head = world.services().ledger().head();
            List<Ranking> before = rankings(world, project);
            ExportReport report = write(world, project, ExportRequest.in(format, ExportKind.RANKINGS, head), file);
            Project copy = fresh.project("copy", TestWorld.plain(1));
            fresh.services().importing().judgements(fresh.owner().id(), copy.id(), file);
            List<Ranking> after = rankings(fresh, copy);
            List<Ranking> kept =
                    before.stream().filter(one -> canHold(format, one)).toList();
            assertEquals(
                    before.size() - kept.size(), sum(report.written().unwritable()), "what is left out is counted");
            assertEquals(
                    List.of(),
                    silent(kept, after, names(report)),
                    () -> report.lines().toString());
            COUNTED.forEach((loss, has) -> {
                long counted = count(report, loss);
                assertTrue(
                        counted == 0
                                || KEEPS_SOME_LINES.contains(format.name())
                                || counted == kept.stream().filter(has).count(),
                        () -> loss + ": " + report.lines());
            });
        }
    }

    private static boolean canHold(Format format, Ranking ranking) {
        return format.write(ranking) instanceof Writing.Written<List<ObjectNode>>;
    }

    private static long sum(List<ConversionReport.Count> counts) {
        return counts.stream().mapToLong(ConversionReport.Count::count).sum();
    }

    private static ExportReport write(TestWorld world, Project project, ExportRequest what, Path file) {
        return world.services().exporting().write(world.owner().id(), project.id(), what, file, records -> {});
    }

    private static List<Ranking> rankings(TestWorld world, Project project) {
        LedgerHead head = world.services().ledger().head();
        return records(world, project, ExportKind.RANKINGS, head).stream()
                .map(Ranking.class::cast)
                .toList();
    }

    private static List<JsonRecord> records(TestWorld world, Project project, ExportKind kind, LedgerHead head) {
        return new ExportedRecords(world.services().database(), world.services().judgements())
                .of(project.id(), kind, head);
    }

    private static long count(ExportReport report, String loss) {
        return report.written().losses().stream()
                .filter(one -> one.name().equals(loss))
                .mapToLong(ConversionReport.Count::count)
                .sum();
    }

    private static Set<String> names(ExportReport report) {
        return report.written().losses().stream()
                .map(ConversionReport.Count::name)
                .collect(Collectors.toSet());
    }

    private static List<String> silent(List<Ranking> before, List<Ranking> after, Set<String> named) {
        List<String> silent = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            List<String> was = aspect.of(before);
            List<String> is = aspect.of(after);
            if (!was.equals(is) && named.stream().noneMatch(aspect::isLostWith)) {
                List<String> gone = new ArrayList<>(was);
                is.forEach(gone::remove);
                List<String> come = new ArrayList<>(is);
                was.forEach(come::remove);
                silent.add(aspect + ": gone " + gone + ", new " + come);
            }
        }
        return silent;
    }
}
