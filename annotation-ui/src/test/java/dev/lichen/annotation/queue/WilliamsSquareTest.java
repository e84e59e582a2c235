package dev.lichen.annotation.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WilliamsSquareTest {

    /** Williams 1949: the square of 4 begins 0 1 3 2. */
    @Test
    void squareOfFourIsThePublishedOne() {
        assertEquals(List.of(0, 1, 3, 2), WilliamsSquare.order(4, 0));
        assertEquals(List.of(1, 2, 0, 3), WilliamsSquare.order(4, 1));
        assertEquals(4, WilliamsSquare.rows(4));
        assertEquals(6, WilliamsSquare.rows(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9})
    void everyAnswerStandsInEveryPlaceAndFollowsEveryOtherEquallyOften(int answers) {
        assertEquals(
                1,
                counts(answers, WilliamsSquareTest::places, WilliamsSquare::order)
                        .size());
        assertEquals(
                1,
                counts(answers, WilliamsSquareTest::neighbours, WilliamsSquare::order)
                        .size());
    }

    /** A plain cyclic square balances places only. */
    @Test
    void cyclicSquareDoesNotBalanceNeighbours() {
        BiFunction<Integer, Long, List<Integer>> cyclic = (answers, row) -> IntStream.range(0, answers)
                .mapToObj(place -> (int) (place + row) % answers)
                .toList();
        assertNotEquals(12, counted(4, WilliamsSquareTest::neighbours, cyclic).size());
    }

    private static Set<Integer> counts(
            int answers,
            BiFunction<List<Integer>, Integer, String> what,
            BiFunction<Integer, Long, List<Integer>> square) {
        return new HashSet<>(counted(answers, what, square).values());
    }

    private static Map<String, Integer> counted(
            int answers,
            BiFunction<List<Integer>, Integer, String> what,
            BiFunction<Integer, Long, List<Integer>> square) {
        Map<String, Integer> counts = new HashMap<>();
        for (long row = 0; row < WilliamsSquare.rows(answers); row++) {
            for (int place = 0; place < answers; place++) {
                String key = what.apply(square.apply(answers, row), place);
                if (!key.isEmpty()) {
                    counts.merge(key, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static String places(List<Integer> order, int place) {
        return order.get(place) + " at " + place;
    }

    private static String neighbours(List<Integer> order, int place) {
        return place == 0 ? "" : order.get(place - 1) + " before " + order.get(place);
    }
}
