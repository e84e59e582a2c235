package dev.lichen.training.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has a component of every kind that a configuration may have.
 *
 * @param seed a whole number
 * @param name a text
 * @param data a path that may be absent
 * @param stages a list
 * @param limits a map
 * @param loss a section
 * @param extra a section that may be absent
 */
record SampleConfig(
        @Doc("seed of every random number") long seed,
        @Doc("what the run is called") String name,
        @Doc("file of demonstrations") @Nullable Path data,
        @Doc("stages to run, in order") List<String> stages,
        @Doc("highest value by metric") Map<String, Double> limits,
        @Doc("the loss") Loss loss,
        @Doc("a section that may be absent") @Nullable Loss extra) {

    static final Map<String, String> RENAMED = Map.of("random_seed", "seed");

    static SampleConfig defaults() {
        return new SampleConfig(
                1,
                "sample",
                null,
                List.of("sft", "reward"),
                Map.of("kl", 10.0),
                new Loss(0.2, 4, true, Shape.HALF_COSINE, 1e-5),
                null);
    }

    /**
     * Has numbers, a truth value and an enum constant.
     *
     * @param clipRange a number in (0, 1)
     * @param epochs a count
     * @param whiten a truth value
     * @param shape an enum constant
     * @param rate a small number
     */
    record Loss(
            @Doc("clip range, in (0, 1)") double clipRange,
            @Doc("passes over a batch, at least 1") int epochs,
            @Doc("whether to whiten") boolean whiten,
            @Doc("shape of the schedule") Shape shape,
            @Doc("peak learning rate") double rate) {

        Loss {
            Require.inside("clipRange", clipRange, 0, 1);
            Require.positive("epochs", epochs);
            Require.that(!whiten || epochs < 100, "whitening is not meant for 100 epochs");
        }
    }

    /** Has two shapes. */
    enum Shape {
        FLAT,
        HALF_COSINE
    }
}
