package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * The Plackett–Luce model of rankings, with ties: the best tier is chosen from all items, the next from what is left, and
 * so on.
 *
 * <p>Without ties {@code P(σ) = Π_t p_σ(t)/Σ_{s≥t} p_σ(s)}. With ties a tier S of t items is chosen from R with weight
 * {@code δ_t (Π_{i∈S} p_i)^{1/t}}, over the weights of all tiers of R of the sizes seen in the data; δ₁ = 1. Items that an
 * order leaves out take no part in it. Sources: Plackett (1975); Luce (1959); Hunter (2004); Turner, van Etten, Firth and
 * Kosmidis, Modelling rankings in R: the PlackettLuce package, Computational Statistics 35 (2020).
 *
 * <p>Undefined unless every item can be reached from every other by a chain of "put above or tied", and where the share of
 * ties grows without end, as it does if everything is tied.
 */
public final class PlackettLuce {

    private PlackettLuce() {}

    /** Fits orders by Newton's method. */
    public static Finding<PreferenceFit> fit(Collection<JudgedOrder> orders) {
        Optional<Undefined> problem = Connectivity.problem(orders);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : NewtonAscent.fit(BradleyTerry.items(orders), choices(orders));
    }

    /** Fits orders without ties by minorisation: the same strengths, slower and without errors. */
    public static Finding<Strengths> fitByMinorisation(Collection<WeakOrder> orders) {
        if (orders.stream().anyMatch(WeakOrder::hasTies)) {
            throw new IllegalArgumentException("minorisation is for orders without ties; use fit");
        }
        List<JudgedOrder> judged = JudgedOrder.independent(orders);
        Optional<Undefined> problem = Connectivity.problem(judged);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : Finding.of(
                        BradleyTerry.strengths(BradleyTerry.items(judged), Minorisation.logStrengths(choices(judged))));
    }

    /**
     * Returns the probability of an order without ties.
     *
     * @param order all items, or those that took part
     * @param strength p of an item, positive, on any scale
     */
    public static double probability(WeakOrder order, ToDoubleFunction<String> strength) {
        return Math.exp(logProbability(order, strength, Map.of()));
    }

    /**
     * Returns the log-probability of an order.
     *
     * @param order all items, or those that took part
     * @param strength p of an item, positive, on any scale
     * @param tieParameters δ_t by t, for every size of tie that can occur; none if there are no ties
     */
    public static double logProbability(
            WeakOrder order, ToDoubleFunction<String> strength, Map<Integer, Double> tieParameters) {
        List<String> items = order.items().stream().sorted().toList();
        Choices choices = new Choices(items.size(), new TreeSet<>(tieParameters.keySet()));
        if (order.tiers().stream().anyMatch(tier -> tier.size() > 1 && choices.tieParameter(tier.size()) < 0)) {
            throw new IllegalArgumentException("no parameter for the ties of " + order);
        }
        add(choices, "", order, index(items));
        double[] parameters = new double[choices.parameters()];
        for (int i = 0; i < items.size(); i++) {
            parameters[i] = Math.log(strength.applyAsDouble(items.get(i)));
        }
        for (int size : choices.tieSizes()) {
            parameters[choices.tieParameter(size)] = Math.log(tieParameters.getOrDefault(size, 1.0));
        }
        return new Likelihood(choices, parameters).value();
    }

    private static Choices choices(Collection<JudgedOrder> orders) {
        List<String> items = BradleyTerry.items(orders);
        SortedSet<Integer> sizes = new TreeSet<>();
        orders.forEach(judged -> judged.order().tiers().forEach(tier -> sizes.add(tier.size())));
        Choices choices = new Choices(items.size(), sizes);
        Map<String, Integer> index = index(items);
        orders.forEach(judged -> add(choices, judged.cluster(), judged.order(), index));
        return choices;
    }

    private static Map<String, Integer> index(List<String> items) {
        Map<String, Integer> index = new HashMap<>();
        items.forEach(item -> index.put(item, index.size()));
        return index;
    }

    /** Adds a choice a tier; from a single item there is no choice. */
    private static void add(Choices choices, String cluster, WeakOrder order, Map<String, Integer> index) {
        BitSet left = bits(order.items(), index);
        for (List<String> names : order.tiers()) {
            BitSet tier = bits(names, index);
            if (left.cardinality() > 1) {
                choices.add(cluster, left, tier);
            }
            left.andNot(tier);
        }
    }

    private static BitSet bits(List<String> names, Map<String, Integer> index) {
        BitSet bits = new BitSet();
        names.forEach(name -> bits.set(index.getOrDefault(name, -1)));
        return bits;
    }
}
