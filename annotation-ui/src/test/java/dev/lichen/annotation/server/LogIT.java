package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the log of an app that met every kind of secret: none is in it, even where the log tells more than usual. */
class LogIT {

    @TempDir
    private Path folder;

    @Test
    void noSecretIsInTheLog() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Path secrets = folder.resolve("secrets");
        Process app = new ProcessBuilder(command(secrets))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, app.waitFor(), () -> read(log));
        List<String> all = Files.readAllLines(secrets);
        assertEquals(SecretiveVisitor.KINDS, all.size());
        String text = read(log);
        assertTrue(text.contains(SecretiveVisitor.SIGN), "the log was written: " + text);
        all.forEach(secret -> assertFalse(text.contains(secret), () -> secret + " is in the log"));
    }

    private List<String> command(Path secrets) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words = new ArrayList<>(List.of(
                java,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                "-Dorg.slf4j.simpleLogger.log.dev.lichen=debug",
                "-Dorg.slf4j.simpleLogger.log.org.springframework.jdbc=debug"));
        Stream.of("-classpath", System.getProperty("java.class.path"), SecretiveVisitor.class.getName())
                .forEach(words::add);
        words.add(folder.resolve("app").toString());
        words.add(secrets.toString());
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
