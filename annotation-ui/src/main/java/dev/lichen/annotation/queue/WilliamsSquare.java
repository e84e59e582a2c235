package dev.lichen.annotation.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * Orders K answers so that position and neighbour effects cancel: over all rows each answer stands in each place equally
 * often, and follows each other answer equally often.
 *
 * <p>The first row is 0, 1, K−1, 2, K−2, …; row r adds r to each, modulo K. For odd K the same rows reversed follow, so
 * there are 2K rows instead of K. Source: E. J. Williams, Experimental designs balanced for the estimation of residual
 * effects of treatments, Australian Journal of Scientific Research A 2 (1949).
 */
final class WilliamsSquare {

    private WilliamsSquare() {}

    /** Returns how many rows the square of K answers has. */
    static int rows(int answers) {
        return answers % 2 == 0 ? answers : 2 * answers;
    }

    /**
     * Returns an order.
     *
     * @param answers K
     * @param row any number from 0; rows repeat
     * @return for each place, which answer stands there
     */
    static List<Integer> order(int answers, long row) {
        int r = (int) (row % rows(answers));
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < answers; place++) {
            int zigzag = place % 2 == 1 ? (place + 1) / 2 : (answers - place / 2) % answers;
            order.add((zigzag + r) % answers);
        }
        return r < answers ? order : order.reversed();
    }
}
