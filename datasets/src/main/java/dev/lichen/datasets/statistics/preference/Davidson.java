package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import java.util.Collection;
import java.util.Optional;

/**
 * Davidson's model of paired comparisons with ties: {@code P(i ≻ j) = p_i/(p_i + p_j + ν√(p_i p_j))}, {@code P(tie) =
 * ν√(p_i p_j)/(p_i + p_j + ν√(p_i p_j))}.
 *
 * <p>ν is {@link PreferenceFit#tieParameter} of 2; without ties it is 0 and the model is Bradley–Terry's. Source:
 * Davidson, On extending the Bradley–Terry model to accommodate ties in paired comparison experiments, JASA 65 (1970).
 *
 * <p>Undefined as Bradley–Terry is, and where the share of ties grows without end: if all comparisons are ties, or if wins
 * never contradict each other.
 */
public final class Davidson {

    private Davidson() {}

    /** Fits counted comparisons, each independent of the others. */
    public static Finding<PreferenceFit> fit(PairwiseTally tally) {
        Optional<Undefined> problem = Connectivity.problem(tally);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : NewtonAscent.fit(tally.items(), PairChoices.of(tally, true));
    }

    /** Fits all pairs of orders; pairs of one cluster may depend on each other. */
    public static Finding<PreferenceFit> fit(Collection<JudgedOrder> orders) {
        Optional<Undefined> problem = Connectivity.problem(orders);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : NewtonAscent.fit(BradleyTerry.items(orders), PairChoices.of(orders, true));
    }
}
