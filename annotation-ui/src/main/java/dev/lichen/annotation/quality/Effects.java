package dev.lichen.annotation.quality;

import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.quality.JudgedItem.OrderedPair;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.preference.PairCovariates;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures whether something other than the content moved people: of the strictly ordered pairs that differ in it, the
 * share in which the answer with more of it won. One half means no effect; intervals resample prompts.
 *
 * <p>Long answers have more Markdown, so that a share shows the effect of one in the other. Beside it stands the odds ratio
 * of each while the two others are held ({@link PairCovariates}), from the pairs of which the order shown is known: of the
 * answer shown earlier, of each doubling of the length, of each further mark of Markdown.
 */
final class Effects {

    private static final double NEUTRAL = 0.5;
    private static final Pattern FORMAT = Pattern.compile("(?m)^(?:#{1,6} |[-*+] |\\d+[.)] |```|\\|)|\\*\\*");

    private final ClusterRates earlier = new ClusterRates();
    private final ClusterRates longer = new ClusterRates();
    private final ClusterRates formatted = new ClusterRates();
    private final PairCovariates held = new PairCovariates(3);

    /**
     * Counts the pairs of an item.
     *
     * @param sampled whether its pairs are kept for the odds ratios too, for which all pairs are in memory
     */
    void add(ItemWork work, boolean sampled) {
        List<Integer> lengths = texts(work.item()).map(String::length).toList();
        List<Integer> marks = texts(work.item()).map(Effects::marks).toList();
        work.ranked(Purpose.NORMAL)
                .forEach(one -> one.pairs().forEach(pair -> {
                    int places = pair.position(pair.worse()) - pair.position(pair.better());
                    if (one.shownHere()) {
                        count(earlier, work, places);
                    }
                    count(longer, work, difference(lengths, pair));
                    count(formatted, work, difference(marks, pair));
                    if (one.shownHere() && sampled) {
                        held.add(
                                work.prompt(),
                                Integer.signum(places),
                                doublings(lengths, pair),
                                difference(marks, pair));
                    }
                }));
    }

    List<Effect> all(ClusterBootstrap bootstrap) {
        List<Statistic> odds = held.oddsRatios(Interval.USUAL_LEVEL);
        return List.of(
                new Effect("the answer shown earlier won", NEUTRAL, earlier.share(bootstrap), odds.get(0)),
                new Effect("the longer answer won", NEUTRAL, longer.share(bootstrap), odds.get(1)),
                new Effect("the answer with more Markdown won", NEUTRAL, formatted.share(bootstrap), odds.get(2)));
    }

    /** Returns how many times the length doubles from the worse to the better; an empty answer is as one of one character. */
    private static double doublings(List<Integer> lengths, OrderedPair pair) {
        return (Math.log(Math.max(1, lengths.get(pair.better()))) - Math.log(Math.max(1, lengths.get(pair.worse()))))
                / Math.log(2);
    }

    private static void count(ClusterRates rates, ItemWork work, int difference) {
        if (difference != 0) {
            rates.add(work.prompt(), difference > 0);
        }
    }

    private static int difference(List<Integer> measure, OrderedPair pair) {
        return measure.get(pair.better()) - measure.get(pair.worse());
    }

    private static Stream<String> texts(StoredItem item) {
        return item.answers().stream().map(stored -> stored.answer().content());
    }

    private static int marks(String text) {
        return (int) FORMAT.matcher(text).results().count();
    }
}
