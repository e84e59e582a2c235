package dev.lichen.sft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.training.FiniteDifferences;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SftLossTest {

    private static final double FLOAT = 1e-6;
    private static final double NUMERIC = 1e-2; // single precision, differentiated numerically
    private static final float[] LOG_PROBABILITIES = {-1, -2, -0.5f, -4, -0.25f};

    @Test
    void lossIsTheMeanOverLearnedTokens() {
        assertEquals(7.75 / 5, new SftLoss(5).share(LOG_PROBABILITIES), FLOAT);
    }

    @Test
    void partsOfAnySizeAddUp() {
        SftLoss loss = new SftLoss(5);
        for (int cut = 0; cut <= 5; cut++) {
            float[] head = Arrays.copyOfRange(LOG_PROBABILITIES, 0, cut);
            float[] tail = Arrays.copyOfRange(LOG_PROBABILITIES, cut, 5);
            assertEquals(loss.share(LOG_PROBABILITIES), loss.share(head) + loss.share(tail), FLOAT);
        }
    }

    @Test
    void meanOfPartMeansWouldBeSeen() {
        double head = new SftLoss(1).share(new float[] {-1});
        double tail = new SftLoss(4).share(new float[] {-2, -0.5f, -4, -0.25f});
        assertNotEquals(new SftLoss(5).share(LOG_PROBABILITIES), (head + tail) / 2, FLOAT);
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        SftLoss loss = new SftLoss(5);
        double[] numeric = FiniteDifferences.gradient(
                point -> {
                    float[] floats = new float[point.length];
                    for (int i = 0; i < floats.length; i++) {
                        floats[i] = (float) point[i];
                    }
                    return loss.share(floats);
                },
                -1,
                -0.5);
        assertArrayEquals(numeric, new double[] {loss.gradient(2)[0], loss.gradient(2)[1]}, NUMERIC);
    }

    @Test
    void stepWithoutLearnedTokensIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SftLoss(0));
    }
}
