package dev.lichen.cli.world;

import java.util.random.RandomGenerator;

/**
 * Says in which manner an answer is written, and which share of the demonstrations is written so.
 *
 * <p>Three in four demonstrations fall short of the best in some way: what fine-tuning imitates is what rankings can
 * then improve.
 */
public enum AnswerStyle {
    /** Right, complete and courteous. */
    GOOD(0.26),
    /** Right and complete, without courtesy. */
    PLAIN(0.20),
    /** Right, but the bare key. */
    CURT(0.14),
    /** Right and courteous, but said several times over. */
    RAMBLING(0.12),
    /** Courteous, but wrong. */
    WRONG(0.10),
    /** Right, but rude. */
    RUDE(0.10),
    /** Broken off before its end. */
    UNFINISHED(0.08);

    private final double share;

    AnswerStyle(double share) {
        this.share = share;
    }

    /** Returns the share of the demonstrations that are written so; the shares add up to 1. */
    public double share() {
        return share;
    }

    /** Draws a style with the probability of its share. */
    public static AnswerStyle draw(RandomGenerator random) {
        double remaining = random.nextDouble();
        for (AnswerStyle style : values()) {
            remaining -= style.share;
            if (remaining < 0) {
                return style;
            }
        }
        return GOOD;
    }
}
