package dev.lichen.annotation.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedSlotsTest {

    private final PackedSlots slots = new PackedSlots();

    private void assertComesBack(List<Integer> values) {
        assertEquals(values, slots.unpacked(PackedSlots.pack(values)));
    }

    @Test
    void listsComeBackAsTheyWere() {
        assertComesBack(List.of());
        assertComesBack(Arrays.asList((Integer) null));
        assertComesBack(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
        assertComesBack(Arrays.asList(9, null, 1, 1, null, 3, 2, 9, null));
        assertComesBack(Collections.nCopies(14, 14));
    }

    /** The negative control: a list is not one of another length, nor of another order. */
    @Test
    void differentListsAreDifferentNumbers() {
        assertNotEquals(PackedSlots.pack(List.of(0)), PackedSlots.pack(List.of(0, 0)));
        assertNotEquals(PackedSlots.pack(List.of(1, 2)), PackedSlots.pack(List.of(2, 1)));
    }

    @Test
    void aListThatDoesNotFitIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PackedSlots.pack(Collections.nCopies(15, 1)));
    }
}
