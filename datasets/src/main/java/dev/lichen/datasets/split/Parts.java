package dev.lichen.datasets.split;

import java.util.List;

/**
 * Records divided into parts, each in its original order.
 *
 * @param train to learn from
 * @param validation to choose by
 * @param test to report on
 * @param <T> the kind of record
 */
public record Parts<T>(List<T> train, List<T> validation, List<T> test) {

    public Parts {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /** Returns the records of a part. */
    public List<T> of(Part part) {
        return switch (part) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }
}
