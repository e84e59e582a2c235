package dev.lichen.annotation.job;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.FileAccessException;
import dev.lichen.annotation.store.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measurements of a run, as far as they are written; a line that is being written is left for the next look. */
public final class MetricsFile {

    private final Path file;

    /** Creates the measurements of the run in a folder. */
    public MetricsFile(Path folder) {
        this.file = folder.resolve("metrics.jsonl");
    }

    /**
     * One measured quantity over a run.
     *
     * @param steps when it was measured
     * @param values what was measured, one a step
     */
    public record Series(List<Long> steps, List<Double> values) {

        /** Returns the newest value. */
        public double last() {
            return values.getLast();
        }
    }

    /** Returns every quantity by its name, in the order of first appearance. */
    public Map<String, Series> series() {
        Map<String, Series> series = new LinkedHashMap<>();
        for (String line : completeLines()) {
            JsonNode measured = CanonicalJson.tree(line);
            long step = measured.path("step").asLong();
            measured.properties().forEach(entry -> {
                if (!entry.getKey().equals("step") && entry.getValue().isNumber()) {
                    Series one = series.computeIfAbsent(
                            entry.getKey(), _ -> new Series(new ArrayList<>(), new ArrayList<>()));
                    one.steps().add(step);
                    one.values().add(entry.getValue().asDouble());
                }
            });
        }
        return series;
    }

    private List<String> completeLines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
