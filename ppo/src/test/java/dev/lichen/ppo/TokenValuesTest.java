package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenValuesTest {

    private static final double EXACT = 0;

    private final TokenValues values = TokenValues.of(new double[] {1, 2, 3}, new double[] {}, new double[] {10});

    @Test
    void rowsKeepTheirLengths() {
        assertEquals(3, values.rows());
        assertEquals(4, values.size());
        assertEquals(3, values.length(0));
        assertEquals(0, values.length(1));
        assertArrayEquals(new double[] {10}, values.row(2), EXACT);
    }

    @Test
    void meanIsOverTokensAndMeanRowSumOverRows() {
        assertEquals(4, values.mean(), EXACT);
        assertEquals(16.0 / 3, values.meanRowSum(), EXACT);
        assertNotEquals(values.mean(), (2.0 + 10) / 2, EXACT, "a mean of row means would weigh tokens unequally");
    }

    @Test
    void flatResultsTakeTheShapeOfTheRows() {
        TokenValues shaped = values.withValues(new float[] {4, 5, 6, 7});
        assertArrayEquals(new double[] {4, 5, 6}, shaped.row(0), EXACT);
        assertArrayEquals(new float[] {4, 5, 6, 7}, shaped.toFloats());
        assertThrows(IllegalArgumentException.class, () -> values.withValues(new float[3]));
    }

    @Test
    void selectionFollowsTheOrderAskedFor() {
        assertEquals(TokenValues.of(new double[] {10}, new double[] {1, 2, 3}), values.select(List.of(2, 0)));
    }

    @Test
    void differentRowsAreNotCombined() {
        TokenValues other = TokenValues.of(new double[] {1, 2}, new double[] {3, 4});
        assertThrows(IllegalArgumentException.class, () -> values.plus(other));
    }

    @Test
    void copiesProtectTheValues() {
        double[] source = {1, 2};
        TokenValues copy = TokenValues.of(source);
        source[0] = 9;
        copy.row(0)[1] = 9;
        assertEquals(TokenValues.of(new double[] {1, 2}), copy);
    }
}
