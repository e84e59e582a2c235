package dev.lichen.annotation.quality;

import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.quality.JudgedItem.OrderedPair;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures whether something other than the content moved people: of the strictly ordered pairs that differ in it, the
 * share in which the answer with more of it won. One half means no effect; intervals resample prompts.
 */
final class Effects {

    private static final double NEUTRAL = 0.5;
    private static final Pattern FORMAT = Pattern.compile("(?m)^(?:#{1,6} |[-*+] |\\d+[.)] |```|\\|)|\\*\\*");

    private final ClusterRates earlier = new ClusterRates();
    private final ClusterRates longer = new ClusterRates();
    private final ClusterRates formatted = new ClusterRates();

    /** Counts the pairs of an item. */
    void add(ItemWork work) {
        List<Integer> lengths = texts(work.item()).map(String::length).toList();
        List<Integer> marks = texts(work.item()).map(Effects::marks).toList();
        work.ranked(Purpose.NORMAL)
                .forEach(one -> one.pairs().forEach(pair -> {
                    if (one.shownHere()) {
                        count(earlier, work, pair.position(pair.worse()) - pair.position(pair.better()));
                    }
                    count(longer, work, difference(lengths, pair));
                    count(formatted, work, difference(marks, pair));
                }));
    }

    List<Effect> all(ClusterBootstrap bootstrap) {
        return List.of(
                new Effect("the answer shown earlier won", NEUTRAL, earlier.share(bootstrap)),
                new Effect("the longer answer won", NEUTRAL, longer.share(bootstrap)),
                new Effect("the answer with more Markdown won", NEUTRAL, formatted.share(bootstrap)));
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
