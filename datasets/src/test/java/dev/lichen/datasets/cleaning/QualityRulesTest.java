package dev.lichen.datasets.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityRulesTest {

    private static final QualityRules RULES = QualityRules.defaults();

    @Test
    void faultsAreNamed() {
        assertEquals(Optional.of("blank"), RULES.fault(" \n\u3000"));
        assertEquals(Optional.of("broken characters"), RULES.fault("The caf\uFFFD\uFFFD was closed."));
        assertEquals(Optional.of("broken characters"), RULES.fault("锟斤拷锟斤拷这是什么"));
        assertEquals(Optional.of("few letters"), RULES.fault("=-".repeat(40) + "end"));
        assertEquals(Optional.of("repeated lines"), RULES.fault("This line stands here again.\n".repeat(5)));
        assertEquals(Optional.of("repeats itself"), RULES.fault("我不知道，".repeat(60)));
    }

    @Test
    void whatOnlyLooksBadPasses() {
        assertEquals(Optional.empty(), RULES.fault("好。"));
        assertEquals(Optional.empty(), RULES.fault("```\n+" + "-".repeat(70) + "+\n| box |\n```"));
        assertEquals(Optional.empty(), RULES.fault("12 × 3 + 9 = 45"));
        assertEquals(Optional.empty(), RULES.fault("""
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        c[i][j] += a[i][k] * b[k][j];
                    }
                }
                """));
        assertEquals(Optional.empty(), RULES.fault("""
                床前明月光，疑是地上霜。
                举头望明月，低头思故乡。
                """.repeat(2)));
    }

    @Test
    void sharesMustBeShares() {
        assertThrows(IllegalArgumentException.class, () -> new QualityRules(1.5, 0, 0, 0));
    }
}
