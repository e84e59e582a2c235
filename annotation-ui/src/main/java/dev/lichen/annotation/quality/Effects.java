package dev.lichen.annotation.quality;

import dev.lichen.annotation.quality.JudgedItem.OrderedPair;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Clusters;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Measures whether something other than the content moved people: of the strictly ordered pairs that differ in it, the
 * share in which the answer with more of it won. One half means no effect; intervals resample prompts.
 */
final class Effects {

    private static final double NEUTRAL = 0.5;
    private static final Pattern FORMAT = Pattern.compile("(?m)^(?:#{1,6} |[-*+] |\\d+[.)] |```|\\|)|\\*\\*");

    private final ClusterBootstrap bootstrap;

    Effects(ClusterBootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    List<Effect> of(List<OrderedPair> pairs) {
        return List.of(
                effect(
                        "the answer shown earlier won",
                        pairs.stream().filter(OrderedPair::isShownHere).toList(),
                        Effects::earliness),
                effect(
                        "the longer answer won",
                        pairs,
                        pair -> pair.text(pair.better()).length()
                                - pair.text(pair.worse()).length()),
                effect(
                        "the answer with more Markdown won",
                        pairs,
                        pair -> marks(pair.text(pair.better())) - marks(pair.text(pair.worse()))));
    }

    private Effect effect(String name, List<OrderedPair> pairs, ToIntFunction<OrderedPair> difference) {
        List<OrderedPair> differing =
                pairs.stream().filter(pair -> difference.applyAsInt(pair) != 0).toList();
        Clusters clusters =
                Clusters.of(differing, OrderedPair::cluster, pair -> difference.applyAsInt(pair) > 0 ? 1 : 0);
        return new Effect(name, NEUTRAL, bootstrap.rate(clusters));
    }

    private static int earliness(OrderedPair pair) {
        return pair.position(pair.worse()) - pair.position(pair.better());
    }

    private static int marks(String text) {
        return (int) FORMAT.matcher(text).results().count();
    }
}
