package dev.lichen.datasets.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRecordsTest {

    private static final String GOOD = "{\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}\n";

    @TempDir
    private Path folder;

    @Test
    void skippedRecordsAreCountedByReasonWithTheirPlaces() throws IOException {
        Path file = file(GOOD + "{\"messages\":\n" + GOOD + "{\"messages\":[7]}\n{\"messages\":[{},7]}\n" + GOOD);
        BadRecords bad = new BadRecords(BadRecordPolicy.SKIP);
        assertEquals(3, read(file, bad).size());
        assertEquals(
                List.of(
                        "skipped 1: Broken JSON, expected one JSON object in UTF-8 (" + file + ":2)",
                        "skipped 1: Bad field \"messages[]\", expected an object (" + file + ":4)",
                        "skipped 1: Bad field \"messages[].role\", expected a string (" + file + ":5)"),
                bad.skips().stream().map(Skip::toString).toList());
    }

    @Test
    void failingEndsAtTheFirst() throws IOException {
        Path file = file(GOOD + "7\n" + GOOD);
        BadRecords bad = new BadRecords(BadRecordPolicy.FAIL);
        DataFormatException e = assertThrows(DataFormatException.class, () -> read(file, bad));
        assertEquals(new Place(file, 2), e.place());
        assertEquals(0, bad.count());
    }

    @Test
    void arraysGoOnBehindABracketTooManyOrACommaTooFew() throws IOException {
        String good = GOOD.strip();
        Path file = file("[" + good + "},\n" + good + "\n" + good + ",\n" + good + "]]");
        BadRecords bad = new BadRecords(BadRecordPolicy.SKIP);
        DataFormatException e = assertThrows(DataFormatException.class, () -> read(file, bad));
        assertEquals("text after the array", e.getMessage().replaceFirst(".*found (.*), expected.*", "$1"));
        assertEquals(2, bad.count());
        Path mended = file("[" + good + "},\n" + good + "\n" + good + ",\n" + good + "]");
        BadRecords again = new BadRecords(BadRecordPolicy.SKIP);
        assertEquals(4, read(mended, again).size());
        assertEquals(
                List.of("skipped 2: Broken JSON array, expected \",\" or \"]\" after a record (" + mended + ":1, "
                        + mended + ":3)"),
                again.skips().stream().map(Skip::toString).toList());
    }

    @Test
    void arrayThatEndsInGarbageHasNothingToGoOnWith() throws IOException {
        Path file = file("[" + GOOD.strip() + " x y");
        BadRecords bad = new BadRecords(BadRecordPolicy.SKIP);
        DataFormatException e = assertThrows(DataFormatException.class, () -> read(file, bad));
        assertEquals(
                "Broken JSON array at " + file + ":1: found \"x\", expected \",\" or \"]\" after a record",
                e.getMessage());
    }

    @Test
    void bracketThatIsNeverClosedSaysHowManyRecordsCameBefore() throws IOException {
        String good = GOOD.strip();
        Path file = file("[" + good + ",\n" + good + ",\n{\"a\":[[1},\n" + good + "]");
        BadRecords bad = new BadRecords(BadRecordPolicy.SKIP);
        DataFormatException e = assertThrows(DataFormatException.class, () -> read(file, bad));
        assertEquals(
                "Truncated JSON array at " + file
                        + ":3: found the end of the file inside the record, after 2 whole ones,"
                        + " expected all of it, every bracket and quote closed",
                e.getMessage());
    }

    @Test
    void faultsElsewhereEndTheReading() throws IOException {
        Path file = file(GOOD);
        Place elsewhere = new Place(file, 99);
        assertThrows(
                DataFormatException.class,
                () -> DataFiles.scan(file, new BadRecords(BadRecordPolicy.SKIP), ReadProgress.SILENT, fields -> {
                    throw new DataFormatException("Planted", elsewhere, "a", "b");
                }));
    }

    @Test
    void reasonsBeyondTheLimitAreCountedTogether() {
        BadRecords bad = new BadRecords(BadRecordPolicy.SKIP);
        for (int i = 1; i <= 500; i++) {
            bad.add(new DataFormatException("Fault of kind " + i, new Place(folder, i), "a", "b"));
        }
        assertEquals(500, bad.count());
        assertEquals(
                new Skip("other reasons", 300, placesFrom(201)), bad.skips().getLast());
    }

    private List<Place> placesFrom(int line) {
        return List.of(new Place(folder, line), new Place(folder, line + 1), new Place(folder, line + 2));
    }

    private static List<Conversation> read(Path file, BadRecords bad) {
        List<Conversation> conversations = new ArrayList<>();
        DataFiles.scan(file, bad, ReadProgress.SILENT, fields -> conversations.add(Conversation.from(fields)));
        return conversations;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("data.jsonl"), content);
    }
}
