package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class PreferenceStrengthTest {

    private static final double PUBLISHED = 1e-7;

    @Test
    void publishedVectorHolds() {
        PreferenceStrength strength = PreferenceStrength.of(0.4, -0.2, 0.1);
        assertEquals(0.1, strength.mean(), PUBLISHED);
        assertEquals(0.2449490, strength.deviation(), PUBLISHED);
        assertNotEquals(0.3, strength.deviation(), PUBLISHED, "the sample deviation divides by one less");
    }
}
