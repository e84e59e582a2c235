package dev.lichen.lm.rendering;

import dev.lichen.datasets.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a template writes around the messages of a conversation, whatever these say.
 *
 * @param texts the template's text before the first slot, between the slots, and after the last
 * @param slots where messages stand
 */
record Layout(List<String> texts, List<Slot> slots) {

    Layout {
        texts = List.copyOf(texts);
        slots = List.copyOf(slots);
    }

    /** The place of the message with an index, and what happens to white space at its ends. */
    record Slot(int message, Edge left, Edge right) {}

    /** Finds the slots in a rendering of probes, and by a rendering of padded probes what happens at their ends. */
    static Layout of(String bare, String padded) {
        List<String> texts = Probe.textsAround(bare);
        List<Integer> messages = Probe.messages(bare);
        List<String> paddedTexts = Probe.textsAround(padded);
        boolean comparable = Probe.messages(padded).equals(messages);
        List<Edge> left = new ArrayList<>(Collections.nCopies(messages.size(), Edge.KEPT));
        List<Edge> right = new ArrayList<>(Collections.nCopies(messages.size(), Edge.KEPT));
        for (int gap = 0; comparable && gap < texts.size(); gap++) {
            compare(texts.get(gap), paddedTexts.get(gap), gap, left, right);
        }
        List<Slot> slots = new ArrayList<>();
        for (int slot = 0; slot < messages.size(); slot++) {
            slots.add(new Slot(messages.get(slot), left.get(slot), right.get(slot)));
        }
        return new Layout(texts, slots);
    }

    /** The gap before slot {@code gap} holds what is left after the slot before it and before this one. */
    private static void compare(String bare, String padded, int gap, List<Edge> left, List<Edge> right) {
        for (Edge after : gap == 0 ? List.of(Edge.WITHOUT_SPACE) : List.of(Edge.values())) {
            for (Edge before : gap == left.size() ? List.of(Edge.WITHOUT_SPACE) : List.of(Edge.values())) {
                if (padded.equals(after.after() + bare + before.before())) {
                    set(right, gap - 1, after);
                    set(left, gap, before);
                    return;
                }
            }
        }
    }

    private static void set(List<Edge> edges, int slot, Edge edge) {
        if (slot >= 0 && slot < edges.size()) {
            edges.set(slot, edge);
        }
    }

    /** Puts the messages into their slots. */
    RenderedText fill(List<Message> messages) {
        RenderedText.Builder text = new RenderedText.Builder();
        text.append(texts.getFirst());
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String content = messages.get(slot.message()).content();
            text.appendContent(slot.message(), Edge.apply(slot.left(), slot.right(), content));
            text.append(texts.get(i + 1));
        }
        return text.build();
    }
}
