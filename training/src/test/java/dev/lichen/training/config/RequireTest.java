package dev.lichen.training.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RequireTest {

    private static void assertRefused(String message, Executable check) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, check).getMessage());
    }

    @Test
    void messagesNameComponentRuleAndValue() {
        assertRefused("n must be at least 1, was 0", () -> Require.positive("n", 0L));
        assertRefused("n must be at least 0, was -1", () -> Require.notNegative("n", -1L));
        assertRefused("n must be at least 3, was 2", () -> Require.atLeast("n", 2, 3));
        assertRefused("x must be greater than 0, was 0.0", () -> Require.positive("x", 0.0));
        assertRefused("x must be at least 0, was -0.5", () -> Require.notNegative("x", -0.5));
        assertRefused("x must be in [0, 1], was 1.5", () -> Require.within("x", 1.5, 0, 1));
        assertRefused("x must be in (0, 0.5), was 0.5", () -> Require.inside("x", 0.5, 0, 0.5));
        assertRefused("a must divide b, were 3 and 10", () -> Require.divides("a", 3, "b", 10));
        assertRefused("t must not be blank", () -> Require.notBlank("t", " "));
    }

    @Test
    void aNumberThatIsNoneFailsEveryRule() {
        assertThrows(IllegalArgumentException.class, () -> Require.positive("x", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Require.notNegative("x", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Require.within("x", Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Require.inside("x", Double.NaN, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> Require.positive("x", Double.POSITIVE_INFINITY));
    }

    @Test
    void goodValuesPass() {
        assertDoesNotThrow(() -> {
            Require.positive("n", 1L);
            Require.within("x", 1, 0, 1);
            Require.divides("a", 5, "b", 10);
        });
    }
}
