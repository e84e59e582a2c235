package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.split.PromptKey;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers rankings into tasks. */
final class RankingTasks {

    static final String NO_LANGUAGE = "not declared";

    private final Map<List<String>, RankingTask> tasks = new LinkedHashMap<>();
    private final GeneratorOrders generators = new GeneratorOrders();
    private long records;
    private long unnamed;

    /** Adds a ranking; who calls all answers bad says nothing of their order. */
    void add(Ranking ranking) {
        if (ranking.isAllBad()) {
            return;
        }
        records++;
        String prompt = PromptKey.of(ranking.prompt());
        List<String> answers = names(ranking.answers());
        List<String> key =
                Stream.concat(Stream.of(prompt), answers.stream().sorted()).toList();
        String annotator = ranking.judgement().annotator();
        unnamed += annotator == null ? 1 : 0;
        tasks.computeIfAbsent(
                        key,
                        k -> new RankingTask(
                                tasks.size(),
                                prompt,
                                ranking.prompt().getLast().content(),
                                answers,
                                language(ranking.attributes().language())))
                .add(annotator, order(ranking, answers));
        generators.add(prompt, ranking);
    }

    /** Names answers by their text, so that their place in the record does not matter; equal texts are numbered. */
    private static List<String> names(List<Answer> answers) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Answer answer : answers) {
            int number = seen.merge(answer.content(), 1, Integer::sum);
            names.add(number == 1 ? answer.content() : answer.content() + " #" + number);
        }
        return names;
    }

    private static WeakOrder order(Ranking ranking, List<String> names) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (int answer = 0; answer < names.size(); answer++) {
            if (ranking.tiers().of(answer).isPresent()) {
                ranks.put(names.get(answer), ranking.tiers().of(answer).getAsInt());
            }
        }
        return WeakOrder.ofRanks(ranks);
    }

    static String language(@Nullable String declared) {
        return declared == null ? NO_LANGUAGE : declared;
    }

    Collection<RankingTask> tasks() {
        return tasks.values();
    }

    GeneratorOrders generators() {
        return generators;
    }

    long records() {
        return records;
    }

    /** Returns how many rankings do not say whose they are. */
    long unnamed() {
        return unnamed;
    }
}
