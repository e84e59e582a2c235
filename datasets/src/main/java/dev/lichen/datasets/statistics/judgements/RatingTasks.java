package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.Rating;
import dev.lichen.datasets.split.PromptKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the ratings by one criterion into tasks. */
final class RatingTasks {

    private final Map<List<String>, RatingTask> tasks = new LinkedHashMap<>();
    private long records;
    private long unnamed;

    void add(Rating rating) {
        records++;
        unnamed += rating.verdict().annotator() == null ? 1 : 0;
        String prompt = PromptKey.of(rating.prompt());
        tasks.computeIfAbsent(
                        List.of(prompt, rating.answer()),
                        key -> new RatingTask(
                                tasks.size(),
                                prompt,
                                RankingTasks.language(rating.attributes().language())))
                .add(rating.verdict().annotator(), rating.verdict().value().asText());
    }

    Collection<RatingTask> tasks() {
        return tasks.values();
    }

    long records() {
        return records;
    }

    long unnamed() {
        return unnamed;
    }
}
