package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The Bradley–Terry model of paired comparisons: {@code P(i ≻ j) = p_i/(p_i + p_j)}.
 *
 * <p>A tie counts as half a win for both; {@link Davidson} gives ties a probability of their own. Sources: Bradley and
 * Terry, Biometrika 39 (1952); Ford (1957); Hunter (2004).
 *
 * <p>Undefined unless every item can be reached from every other by a chain of wins; the reason names the sets of items
 * that are apart.
 */
public final class BradleyTerry {

    private BradleyTerry() {}

    /** Fits counted comparisons by Newton's method, each comparison independent of the others. */
    public static Finding<PreferenceFit> fit(PairwiseTally tally) {
        Optional<Undefined> problem = Connectivity.problem(tally);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : NewtonAscent.fit(tally.items(), PairChoices.of(tally, false));
    }

    /** Fits all pairs of orders by Newton's method; pairs of one cluster may depend on each other. */
    public static Finding<PreferenceFit> fit(Collection<JudgedOrder> orders) {
        Optional<Undefined> problem = Connectivity.problem(orders);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : NewtonAscent.fit(items(orders), PairChoices.of(orders, false));
    }

    /** Fits counted comparisons by minorisation: the same strengths, slower and without errors. */
    public static Finding<Strengths> fitByMinorisation(PairwiseTally tally) {
        Optional<Undefined> problem = Connectivity.problem(tally);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : Finding.of(strengths(tally.items(), Minorisation.logStrengths(PairChoices.of(tally, false))));
    }

    static Strengths strengths(List<String> items, double[] logStrengths) {
        return new Strengths(items, Arrays.stream(logStrengths).boxed().toList());
    }

    /** Returns the items of orders, sorted. */
    static List<String> items(Collection<JudgedOrder> orders) {
        return orders.stream()
                .map(JudgedOrder::order)
                .map(WeakOrder::items)
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
