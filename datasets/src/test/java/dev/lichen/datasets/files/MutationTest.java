package dev.lichen.datasets.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.LichenException;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.Formats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages files of every container and of several formats by chance, and reads them: each ends in records or in one clear
 * line, whatever the damage.
 *
 * <p>{@code -Dlichen.mutations=10000} asks for more than the few hundred of every build.
 */
class MutationTest {

    private static final long SEED = 20_261_123;
    private static final int MUTATIONS = Integer.getInteger("lichen.mutations", 400);
    private static final int LONGEST_MESSAGE = 4000;
    private static final Duration LONG = Duration.ofSeconds(20);

    private static final List<String> CONTAINERS = List.of(
            "a.jsonl", "a.json", "a.csv", "a.tsv", "a.parquet", "a.jsonl.gz", "a.jsonl.zst", "a.json.gz", "a.csv.zst");

    /** Objects of different formats, with texts in two languages. */
    private static final List<String> SHAPES = List.of(
            "{\"chosen\":\"\\n\\nHuman: why %1$d?\\n\\nAssistant: 因为\",\"rejected\":\"\\n\\nHuman: why %1$d?\\n\\nAssistant: no\"}",
            "{\"prompt\":\"p%1$d\",\"chosen\":\"a, \\\"b\\\"\",\"rejected\":\"c\\nd\"}",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"你好 %1$d\"},{\"role\":\"assistant\",\"content\":\"hi\"}]}",
            "{\"instruction\":\"i%1$d\",\"input\":\"\",\"output\":\"o\",\"score\":0.5}",
            "{\"prompt\":[{\"role\":\"user\",\"content\":\"q%1$d\"}],\"answers\":[{\"content\":\"a\"},{\"content\":\"b\"}],"
                    + "\"tiers\":[1,null],\"annotator\":\"x\",\"n\":%1$d}");

    /** What people and machines put where it does not belong. */
    private static final List<String> INSERTIONS = List.of(
            "\\ud83d",
            "\\u00",
            "\\x",
            "\0",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\n",
            "\\",
            "1e999999999",
            "-0",
            "NaN",
            "null",
            "[".repeat(3000),
            "{\"a\":".repeat(1500),
            "9".repeat(2000),
            "1e-2147483649",
            "\u00ff",
            "\uFEFF",
            "\r",
            "\t");

    @TempDir
    private Path folder;

    @Test
    void damagedFilesEndInRecordsOrInOneClearLine() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<byte[]> originals = originals();
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = damaged(originals.get(random.nextInt(originals.size())), random);
            Path file = Files.write(folder.resolve("damaged"), damaged);
            BadRecordPolicy policy = random.nextBoolean() ? BadRecordPolicy.FAIL : BadRecordPolicy.SKIP;
            int number = i;
            refused += assertTimeoutPreemptively(LONG, () -> isRefused(file, policy, number), () -> "hangs: " + number)
                    ? 1
                    : 0;
        }
        int least = MUTATIONS / 10;
        assertTrue(refused > least, "damage was noticed " + refused + " times only");
    }

    /** Reads a file in the ways that people do, writes what comes out; other exceptions than ours fail the test. */
    private boolean isRefused(Path file, BadRecordPolicy policy, int number) {
        try {
            rewrite(file, policy);
            Datasets.scan(file, (JsonRecord kept) -> assertNotNull(kept.toJson().toString()));
            return false;
        } catch (LichenException e) {
            String message = e.getMessage();
            assertTrue(message.contains(file.toString()), () -> number + " names no file: " + message);
            assertFalse(
                    message.contains("\n") || message.length() > LONGEST_MESSAGE,
                    () -> number + " is no line: " + message);
            return true;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("mutation " + number + " of " + file + ": " + e, e);
        }
    }

    private void rewrite(Path file, BadRecordPolicy policy) {
        try (RecordWriter writer = RecordWriter.open(folder.resolve("again.jsonl"))) {
            DataFiles.scan(file, new BadRecords(policy), ReadProgress.SILENT, fields -> {
                writer.write(fields.json());
                Formats.recognise(fields).read(fields);
                return true;
            });
            writer.commit();
        }
    }

    private List<byte[]> originals() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (String container : CONTAINERS) {
            for (String shape : SHAPES) {
                Path file = folder.resolve(container);
                try (RecordWriter writer = RecordWriter.open(file)) {
                    for (int i = 0; i < 6; i++) {
                        writer.write(Json.MAPPER.readTree(shape.formatted(i)));
                    }
                    writer.commit();
                }
                originals.add(Files.readAllBytes(file));
                Files.delete(file);
            }
        }
        return originals;
    }

    private static byte[] damaged(byte[] original, SplittableRandom random) {
        byte[] bytes = original;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            bytes = switch (random.nextInt(5)) {
                case 0 -> flipped(bytes, random);
                case 1 -> cut(bytes, random);
                case 2 -> inserted(bytes, INSERTIONS.get(random.nextInt(INSERTIONS.size())), random);
                case 3 -> swapped(bytes, random);
                default -> shortened(bytes, random);
            };
        }
        return bytes;
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] result = bytes.clone();
        for (int i = 0; i < 1 + random.nextInt(4) && result.length > 0; i++) {
            result[random.nextInt(result.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return result;
    }

    private static byte[] cut(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        return spliced(bytes, from, to, new byte[0]);
    }

    private static byte[] shortened(byte[] bytes, SplittableRandom random) {
        return spliced(bytes, random.nextInt(bytes.length + 1), bytes.length, new byte[0]);
    }

    private static byte[] inserted(byte[] bytes, String text, SplittableRandom random) {
        int at = random.nextInt(bytes.length + 1);
        return spliced(bytes, at, at, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a value of another type in place of some value; in a packed file it is damage like any other. */
    private static byte[] swapped(byte[] bytes, SplittableRandom random) {
        String[] values = {":7", ":null", ":true", ":[]", ":{}", ":\"\"", ":-1.5e300"};
        for (int i = 0; i < 50 && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            if (bytes[at] == ':') {
                int to = at + 1;
                while (to < bytes.length && bytes[to] != ',' && bytes[to] != '}') {
                    to++;
                }
                return spliced(bytes, at, to, values[random.nextInt(values.length)].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
