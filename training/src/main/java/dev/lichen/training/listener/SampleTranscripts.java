package dev.lichen.training.listener;

import dev.lichen.training.AppendedLines;
import dev.lichen.training.TrainingListener;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes {@code samples.jsonl}: what the model said at a step, a line a sample, with its scores. */
public final class SampleTranscripts implements TrainingListener {

    private final AppendedLines lines;

    /** Writes into this file, after what it holds. */
    public SampleTranscripts(Path file) {
        this.lines = new AppendedLines(file);
    }

    @Override
    public void onSample(Sample sample) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(AppendedLines.STEP, sample.stepsDone());
        line.put("prompt", sample.prompt());
        line.put("response", sample.response());
        line.put("scores", sample.scores().toMap());
        lines.append(line);
    }
}
