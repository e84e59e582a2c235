package dev.lichen.annotation.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.project.ProjectException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is uploaded stays in its folder, within its limit, and goes again. */
class UploadedFileTest {

    private static final long GIBIBYTE = 1L << 30;
    private static final String TOO_LARGE = "The file is too large: expected at most 512 MiB";

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd,passwd",
        "/etc/passwd,passwd",
        "C:\\Windows\\a.jsonl,a.jsonl",
        "a:b*c?.jsonl,a_b_c_.jsonl",
        "数据.jsonl.gz,数据.jsonl.gz",
        "..,file.jsonl",
        ".hidden,file.jsonl"
    })
    void nameStaysInItsFolder(String name, String kept) throws IOException {
        try (UploadedFile file = kept(name)) {
            assertEquals(kept, file.path().getFileName().toString());
            assertEquals(file.path(), file.path().normalize());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b.jsonl", "a\nb/../c.jsonl", ""})
    void nameThatIsNoneIsMadeOne(String name) throws IOException {
        try (UploadedFile file = kept(name)) {
            assertTrue(file.path().getFileName().toString().endsWith(".jsonl"));
        }
    }

    @Test
    void longNameKeepsItsEnd() throws IOException {
        try (UploadedFile file = kept("数".repeat(10_000) + ".jsonl.gz")) {
            assertTrue(file.path().toString().endsWith("数.jsonl.gz"));
        }
    }

    @Test
    void fileThatSaysItIsTooLargeIsNotRead() {
        Set<Path> before = folders();
        ProjectException refused = assertThrows(
                ProjectException.class, () -> UploadedFile.of("a.jsonl", GIBIBYTE, new Unreadable("it was read")));
        assertEquals(TOO_LARGE, refused.getMessage());
        assertEquals(before, folders());
    }

    @Test
    void fileThatDoesNotSayHowLargeItIsEndsAtTheLimitAndLeavesNothing() {
        Set<Path> before = folders();
        ProjectException refused =
                assertThrows(ProjectException.class, () -> UploadedFile.of("a.jsonl", -1, new Endless()));
        assertEquals(TOO_LARGE, refused.getMessage());
        assertEquals(before, folders());
    }

    @Test
    void cutUploadLeavesNothing() {
        Set<Path> before = folders();
        assertThrows(IOException.class, () -> UploadedFile.of("a.jsonl", 10, new Unreadable("cut")));
        assertEquals(before, folders());
    }

    @Test
    void folderIsNeverTold() throws IOException {
        try (UploadedFile file = kept("a.jsonl")) {
            String message = UploadedFile.withoutFolder("Broken JSON at " + file.path() + ":3");
            assertEquals("Broken JSON at a.jsonl:3", message);
            assertFalse(message.contains(file.path().getParent().toString()));
        }
    }

    private static UploadedFile kept(String name) throws IOException {
        return UploadedFile.of(name, 1, new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<Path> folders() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("lichen-upload-"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A body that ends in a failure. */
    private static final class Unreadable extends InputStream {
        private final String reason;

        Unreadable(String reason) {
            this.reason = reason;
        }

        @Override
        public int read() throws IOException {
            throw new IOException(reason);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException(reason);
        }
    }

    /** A body that never ends. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return ' ';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return length;
        }
    }
}
