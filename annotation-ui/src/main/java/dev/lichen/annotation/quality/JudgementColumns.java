package dev.lichen.annotation.quality;

import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.store.StoredJudgement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the figures need of a project's judgements, as columns of numbers in the order of the ledger: 33 bytes a judgement,
 * where its canonical JSON has about 500. A row that was corrected is struck out.
 */
final class JudgementColumns {

    private static final int FIRST_CAPACITY = 1024;
    private static final int STRUCK_OUT = 64;

    private final PackedSlots slots = new PackedSlots();
    private final List<UUID> users = new ArrayList<>();
    private final Map<UUID, Integer> userNumbers = new HashMap<>();
    private final Map<UUID, Integer> itemNumbers = new HashMap<>();

    private int size;
    private long[] events = new long[FIRST_CAPACITY];
    private long[] tiers = new long[FIRST_CAPACITY];
    private long[] orders = new long[FIRST_CAPACITY];
    private int[] user = new int[FIRST_CAPACITY];
    private int[] item = new int[FIRST_CAPACITY];
    private byte[] kinds = new byte[FIRST_CAPACITY];

    /** Returns how many judgements were added, corrected ones included. */
    int size() {
        return size;
    }

    /** Returns the event of the last judgement that was added, 0 for none. */
    long lastEvent() {
        return size == 0 ? 0 : events[size - 1];
    }

    /** Adds a judgement that is later than all before. */
    void add(StoredJudgement judgement) {
        Verdict verdict = Verdict.of(judgement);
        if (size == events.length) {
            grow(size * 2);
        }
        events[size] = judgement.ledgerSeq();
        tiers[size] = PackedSlots.pack(verdict.tiers());
        orders[size] = PackedSlots.pack(new ArrayList<>(verdict.setting().order()));
        user[size] = userNumbers.computeIfAbsent(judgement.user(), this::newUser);
        item[size] = itemNumbers.computeIfAbsent(judgement.item(), id -> itemNumbers.size());
        kinds[size] = (byte) Circumstances.of(judgement, verdict.setting()).packed();
        size++;
    }

    /** Takes out the judgement of an event, which a later one corrects. */
    void strikeOut(long event) {
        int row = Arrays.binarySearch(events, 0, size, event);
        if (row >= 0) {
            kinds[row] |= STRUCK_OUT;
        }
    }

    /** Returns the judgements of items. */
    ByItem byItem() {
        return new ByItem();
    }

    private int newUser(UUID id) {
        users.add(id);
        return users.size() - 1;
    }

    private void grow(int capacity) {
        events = Arrays.copyOf(events, capacity);
        tiers = Arrays.copyOf(tiers, capacity);
        orders = Arrays.copyOf(orders, capacity);
        user = Arrays.copyOf(user, capacity);
        item = Arrays.copyOf(item, capacity);
        kinds = Arrays.copyOf(kinds, capacity);
    }

    private JudgedItem judged(int row) {
        return new JudgedItem(
                users.get(user[row]),
                events[row],
                Circumstances.unpacked(kinds[row]),
                slots.unpacked(tiers[row]),
                slots.unpacked(orders[row]));
    }

    /** The rows in the order of items, each item's in the order of the ledger: counted first, then put in their places. */
    final class ByItem {
        private final int[] starts = new int[itemNumbers.size() + 1];
        private final int[] rows = new int[size];

        private ByItem() {
            for (int row = 0; row < rows.length; row++) {
                starts[item[row] + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = starts.clone();
            for (int row = 0; row < rows.length; row++) {
                rows[next[item[row]]++] = row;
            }
        }

        /** Returns what was said of an item, corrected judgements left out. */
        List<JudgedItem> of(UUID id) {
            Integer number = itemNumbers.get(id);
            List<JudgedItem> found = new ArrayList<>();
            for (int i = number == null ? 0 : starts[number]; number != null && i < starts[number + 1]; i++) {
                if ((kinds[rows[i]] & STRUCK_OUT) == 0) {
                    found.add(judged(rows[i]));
                }
            }
            return found;
        }
    }
}
