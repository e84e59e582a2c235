package dev.lichen.datasets.files;

import java.io.Serial;
import java.math.BigDecimal;

/** A number that remembers how it was spelled: 1e5 is not written back as 100000, nor -0.0 as 0.0. */
final class SpelledDecimal extends BigDecimal {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String spelling;

    SpelledDecimal(String spelling) {
        super(spelling);
        this.spelling = spelling;
    }

    @Override
    public String toString() {
        return spelling;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
