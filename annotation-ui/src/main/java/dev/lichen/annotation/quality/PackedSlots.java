package dev.lichen.annotation.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a list of at most fifteen numbers from 0 to 14, or null, in one number: its length in the lowest four bits, then
 * four bits each. Answers are at most nine, so the tiers of a ranking and the order shown fit.
 */
final class PackedSlots {

    private static final int BITS = 4;
    private static final int NONE = 15;
    private static final int MOST_KNOWN = 20_000;

    /** Most rankings are among a few, so that their lists are shared. */
    private final Map<Long, List<@Nullable Integer>> known = new ConcurrentHashMap<>();

    /** Returns the number of a list. */
    static long pack(List<@Nullable Integer> values) {
        if (values.size() >= NONE) {
            throw new IllegalArgumentException("at most 14 values fit, were " + values.size());
        }
        long packed = 0;
        for (Integer value : values.reversed()) {
            packed = packed << BITS | (value == null ? NONE : value);
        }
        return packed << BITS | values.size();
    }

    /** Returns the list of a number. */
    List<@Nullable Integer> unpacked(long packed) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(packed, PackedSlots::unpack);
    }

    private static List<@Nullable Integer> unpack(long packed) {
        List<@Nullable Integer> values = new ArrayList<>();
        long rest = packed >>> BITS;
        for (long left = packed & NONE; left > 0; left--) {
            int value = (int) (rest & NONE);
            values.add(value == NONE ? null : value);
            rest >>>= BITS;
        }
        return Collections.unmodifiableList(values);
    }
}
