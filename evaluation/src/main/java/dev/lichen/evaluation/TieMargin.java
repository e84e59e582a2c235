package dev.lichen.evaluation;

/** The rule that both judges hold their tie margin to. */
final class TieMargin {
    private TieMargin() {}

    static void require(double tieMargin) {
        if (!(tieMargin >= 0)) {
            throw new IllegalArgumentException("tieMargin must be at least 0, was " + tieMargin);
        }
    }
}
