package dev.lichen.annotation.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.FileAccessException;
import dev.lichen.annotation.store.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file of rankings that the app exported. */
final class RankingsFile {

    private final Path file;

    RankingsFile(Path file) {
        this.file = file;
    }

    /** Returns the head of the ledger that the rankings show; nothing for a file that is gone, empty or of another origin. */
    Optional<String> ledgerHead() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return Optional.ofNullable(reader.readLine())
                    .filter(line -> line.startsWith("{"))
                    .map(CanonicalJson::tree)
                    .map(ranking -> ranking.path("ledger_head"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
