package dev.lichen.datasets.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.DataFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads objects and writes them in the file's own style: the bytes must come back. */
class JsonStyleTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":\"x\"}\n{\"b\":2,\"a\":\"é\"}\n",
                "{\"b\": 1, \"a\": \"x\"}\n{\"b\": 2, \"a\": \"\\u00e9\\ud83d\\ude00\\u007f\"}",
                "{\"b\": 1.50, \"a\": \"http:\\/\\/x\"}\n",
                "{\"a\": \"\\\\/ and /\", \"b\": \"\\\\usepackage é\"}\n",
                "[{\"a\": 1e-05}, {\"a\": 1.25e+20}, {\"a\": 123456.789}]",
                "[\n  {\n    \"a\": [],\n    \"b\": {},\n    \"c\": [\n      1,\n      null\n    ]\n  },\n  {\n    \"a\": [\n      true\n    ]\n  }\n]\n",
                "[\n {\n  \"a\": \"\\\"\\\\\\n\\t\\b\\f\\r\\u0001é\"\n }\n]",
            })
    void aFileComesBackByteByByte(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("in.json"), text);
        assertEquals(text, Files.readString(rewritten(file)));
    }

    @Test
    void fieldsStandInTheOrderLearnedWhateverTheRecordSays() throws IOException {
        Path like = Files.writeString(folder.resolve("like.jsonl"), "{\"m\": [{\"b\": 1, \"a\": 2}], \"k\": 3}\n");
        Path file = Files.writeString(folder.resolve("in.jsonl"), "{\"x\":0,\"k\":3,\"m\":[{\"a\":2,\"b\":1}]}");
        Path out = folder.resolve("out.jsonl");
        write(file, out, JsonStyle.of(like));
        assertEquals("{\"m\": [{\"b\": 1, \"a\": 2}], \"k\": 3, \"x\": 0}\n", Files.readString(out));
    }

    /** A style that were not detected would leave the bytes of the compact one. */
    @Test
    void negativeControlTheCompactStyleIsAnother() throws IOException {
        Path file = Files.writeString(folder.resolve("in.json"), "{\"a\": 1}\n");
        Path out = folder.resolve("out.jsonl");
        write(file, out, JsonStyle.COMPACT);
        assertEquals("{\"a\":1}\n", Files.readString(out));
    }

    @Test
    void aTableHasNoStyleToFollow() throws IOException {
        Path file = Files.writeString(folder.resolve("in.txt"), "hello");
        assertTrue(assertThrows(DataFormatException.class, () -> JsonStyle.of(file))
                .getMessage()
                .contains("hello"));
    }

    private Path rewritten(Path file) {
        Path out = folder.resolve("out.json");
        write(file, out, JsonStyle.of(file));
        return out;
    }

    private static void write(Path file, Path out, JsonStyle style) {
        try (RecordWriter writer = RecordWriter.open(out, style)) {
            DataFiles.scan(file, fields -> {
                writer.write(fields.json());
                return true;
            });
            writer.commit();
        }
    }
}
