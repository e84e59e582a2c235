package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Gathers judgements and computes the statistics of agreement that fit them.
 *
 * <pre>{@code
 * AgreementReport report = new AgreementReport(ClusterBootstrap.of(1));
 * rankings.forEach(report::add);
 * report.agreements().getFirst().overall().forEach(figure -> log.info(figure.toString()));
 * }</pre>
 */
public final class AgreementReport {

    private final ClusterBootstrap bootstrap;
    private final RankingTasks rankings = new RankingTasks();
    private final SortedMap<String, RatingTasks> ratings = new TreeMap<>();
    private long others;

    /** Creates an empty report, whose intervals are found by this bootstrap. */
    public AgreementReport(ClusterBootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Adds a record; those that judge nothing are counted and left out. */
    public void add(JsonRecord judgement) {
        switch (judgement) {
            case Ranking ranking -> rankings.add(ranking);
            case Rating rating ->
                ratings.computeIfAbsent(rating.verdict().criterion(), c -> new RatingTasks())
                        .add(rating);
            default -> others++;
        }
    }

    /** Returns how many records were neither rankings nor ratings. */
    public long others() {
        return others;
    }

    /** Returns the agreement on rankings, if there are any, and on each criterion of ratings. */
    public List<Agreement> agreements() {
        List<Agreement> agreements = new ArrayList<>();
        if (rankings.records() > 0) {
            agreements.add(ofRankings());
        }
        ratings.forEach((criterion, tasks) -> agreements.add(ofRatings(criterion, tasks)));
        return agreements;
    }

    /** Returns the consensus of each ranking task that two or more annotators share, in order of appearance. */
    public Stream<Consensus> consensuses() {
        return rankings.tasks().stream().filter(RankingTask::isShared).map(Consensus::of);
    }

    private Agreement ofRankings() {
        Collection<RankingTask> tasks = rankings.tasks();
        List<Figure> overall = new RankingFigures(tasks, bootstrap).figures();
        return new Agreement(
                "rankings",
                overlap(tasks),
                overall,
                byLanguage(
                        tasks, RankingTask::language, overall, some -> new RankingFigures(some, bootstrap).figures()),
                new AnnotatorRankings(tasks, bootstrap).figures(),
                rankings.generators().figures());
    }

    private Overlap overlap(Collection<RankingTask> tasks) {
        return new Overlap(
                rankings.records(),
                tasks.stream().map(RankingTask::prompt).distinct().count(),
                tasks.size(),
                tasks.stream().filter(RankingTask::isShared).count(),
                named(tasks.stream().flatMap(task -> task.judges().stream())),
                rankings.unnamed());
    }

    private Agreement ofRatings(String criterion, RatingTasks gathered) {
        Collection<RatingTask> tasks = gathered.tasks();
        Scale scale = Scale.of(
                tasks.stream().flatMap(task -> task.values().values().stream()).toList());
        Overlap overlap = new Overlap(
                gathered.records(),
                tasks.stream().map(RatingTask::prompt).distinct().count(),
                tasks.size(),
                tasks.stream().filter(RatingTask::isShared).count(),
                named(tasks.stream().flatMap(task -> task.values().keySet().stream())),
                gathered.unnamed());
        List<Figure> overall = new RatingFigures(tasks, scale, bootstrap).figures();
        return new Agreement(
                criterion,
                overlap,
                overall,
                byLanguage(
                        tasks,
                        RatingTask::language,
                        overall,
                        some -> new RatingFigures(some, scale, bootstrap).figures()),
                new AnnotatorRatings(tasks, scale, bootstrap).figures(),
                List.of());
    }

    private static long named(Stream<String> names) {
        return names.filter(RankingTask::isNamed).distinct().count();
    }

    private static <T> Map<String, List<Figure>> byLanguage(
            Collection<T> tasks,
            Function<T, String> language,
            List<Figure> overall,
            Function<List<T>, List<Figure>> figures) {
        SortedMap<String, List<T>> groups = new TreeMap<>();
        tasks.forEach(task -> groups.computeIfAbsent(language.apply(task), name -> new ArrayList<>())
                .add(task));
        SortedMap<String, List<Figure>> byLanguage = new TreeMap<>();
        groups.forEach((name, some) -> byLanguage.put(name, groups.size() == 1 ? overall : figures.apply(some)));
        return byLanguage;
    }
}
