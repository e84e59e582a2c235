package dev.lichen.datasets.cleaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.DecimalNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Page;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.SharedData;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.formats.Datasets;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanerTest {

    private static final String LONG = "The library by the river lends out boats and books, and on Sundays a story is"
            + " read to all who come early enough to find a chair near the stove.";

    @TempDir
    private Path folder;

    @Test
    void everyStepIsCounted() {
        CleaningReport report = clean(plan(), mixed());
        assertEquals(8, report.records());
        assertEquals(3, report.kept());
        assertEquals(2, report.changed());
        assertEquals(
                List.of(
                        "page 0",
                        "unicode 1",
                        "control 1",
                        "personal-data 2",
                        "language 1",
                        "quality 1",
                        "exact-duplicates 2",
                        "near-duplicates 1"),
                report.steps().stream()
                        .map(step -> step.step() + " " + step.records())
                        .toList());
    }

    @Test
    void cleanAndRestoreIsTheIdentity() throws IOException {
        Path input = folder.resolve("input.jsonl");
        DataFiles.write(input, mixed());
        clean(plan(), mixed());
        Path restored = folder.resolve("restored.jsonl");
        var result = Restoration.restore(target(), restored, Set.of());
        assertEquals(new Restoration.Result(8, 7), result);
        assertArrayEquals(Files.readAllBytes(input), Files.readAllBytes(restored));
        assertFalse(Files.exists(folder.resolve("restored.removed.jsonl")));
    }

    @Test
    void negativeControlTheCleanedFileIsNotTheInput() throws IOException {
        clean(plan(), mixed());
        assertEquals(3, Files.readAllLines(target()).size());
        assertFalse(Files.readString(target()).contains("13812345678"));
    }

    @Test
    void singleRecordsAreRestoredByIdAndTheRestLater() throws IOException {
        DataFiles.write(folder.resolve("input.jsonl"), mixed());
        clean(plan(), mixed());
        Path some = folder.resolve("some.jsonl");
        assertEquals(new Restoration.Result(4, 2), Restoration.restore(target(), some, Set.of("french", "#1")));
        Path all = folder.resolve("all.jsonl");
        assertEquals(new Restoration.Result(8, 5), Restoration.restore(some, all, Set.of()));
        assertArrayEquals(Files.readAllBytes(folder.resolve("input.jsonl")), Files.readAllBytes(all));
    }

    @Test
    void filesThatDoNotBelongTogetherAreRefused() throws IOException {
        clean(plan(), mixed());
        Files.writeString(target(), Files.readAllLines(target()).getFirst() + "\n");
        Path restored = folder.resolve("restored.jsonl");
        DataFormatException failure =
                assertThrows(DataFormatException.class, () -> Restoration.restore(target(), restored, Set.of()));
        assertTrue(failure.getMessage().startsWith("Files that do not belong together"), failure.getMessage());
        assertFalse(Files.exists(restored));
    }

    @Test
    void unknownNamesAreRefused() {
        clean(plan(), mixed());
        DataFormatException failure = assertThrows(
                DataFormatException.class,
                () -> Restoration.restore(target(), folder.resolve("restored.jsonl"), Set.of("nobody")));
        assertTrue(failure.getMessage().contains("found nobody"), failure.getMessage());
    }

    @Test
    void stepsThatAreOffDoNothing() throws IOException {
        DataFiles.write(folder.resolve("input.jsonl"), mixed());
        CleaningReport report = clean(CleaningPlan.defaults().withSteps(Set.of()), mixed());
        assertEquals(List.of(), report.steps());
        assertArrayEquals(Files.readAllBytes(folder.resolve("input.jsonl")), Files.readAllBytes(target()));
    }

    @Test
    void rejectedAnswersMayBeBad() {
        Ranking ranking = Ranking.pair(List.of(Message.user("Say something.")), LONG, "\uFFFD\uFFFD\uFFFD");
        assertEquals(1, clean(CleaningPlan.defaults(), List.of(ranking)).kept());
    }

    @Test
    void everythingMayBeRemovedAndComesBack() throws IOException {
        List<JsonRecord> blank = List.of(new Page(" ", Attributes.none()));
        DataFiles.write(folder.resolve("input.jsonl"), blank);
        assertEquals(0, clean(CleaningPlan.defaults(), blank).kept());
        Path restored = folder.resolve("restored.jsonl");
        Restoration.restore(target(), restored, Set.of());
        assertArrayEquals(Files.readAllBytes(folder.resolve("input.jsonl")), Files.readAllBytes(restored));
    }

    @Test
    void realTranscriptsComeBackWhole() throws IOException {
        Path file = SharedData.path("hh-rlhf-harmless-test/harmless-base-test.jsonl");
        List<JsonRecord> records = new ArrayList<>();
        Datasets.scan(file, one -> records.add(one));
        DataFiles.write(folder.resolve("input.jsonl"), records);
        CleaningReport report = clean(CleaningPlan.defaults(), records);
        assertTrue(report.kept() > 2000, report.toString());
        Path restored = folder.resolve("restored.jsonl");
        Restoration.restore(target(), restored, Set.of());
        assertEquals(-1, Files.mismatch(folder.resolve("input.jsonl"), restored));
    }

    private CleaningReport clean(CleaningPlan plan, List<? extends JsonRecord> records) {
        return Cleaner.clean(plan, records::forEach, target());
    }

    private Path target() {
        return folder.resolve("clean.jsonl");
    }

    private static CleaningPlan plan() {
        return CleaningPlan.defaults().withLanguages(Set.of("en", "zh"));
    }

    /** One record for each step, two for exact duplicates, one that nothing happens to. */
    private static List<JsonRecord> mixed() {
        return List.of(
                answer("phone", "She asked me to ring 13812345678 before the cafe\u0301 opens\u0000 on Monday."),
                answer("plain", LONG),
                answer("french", "Le renard brun saute par-dessus le chien paresseux et rentre dans la forêt."),
                answer("blank", "  "),
                answer("plain-again", LONG),
                answer("near", LONG + " Now."),
                answer("number", "我的邮箱是 wang.fang@fudan.edu.cn，有问题请写信给我，不要打电话。"),
                answer("plain-third", LONG));
    }

    private static Conversation answer(String id, String text) {
        var attributes = Attributes.id(id)
                .withExtra(ExtraFields.none().with("weight", DecimalNode.valueOf(new BigDecimal("1.50"))));
        return new Conversation(List.of(Message.user("Tell me."), Message.assistant(text)), attributes);
    }
}
