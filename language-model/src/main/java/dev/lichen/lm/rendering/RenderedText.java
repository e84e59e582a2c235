package dev.lichen.lm.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as text, and which parts of it people or models wrote.
 *
 * @param text the whole text
 * @param contents where messages stand, from left to right
 */
record RenderedText(String text, List<Content> contents) {

    RenderedText {
        contents = List.copyOf(contents);
    }

    /** The text from {@code start} to {@code end} is the content of the message with an index. */
    record Content(int message, int start, int end) {}

    /** Returns where a message stands; the last place if the template repeats it. */
    Optional<Content> content(int message) {
        return contents.reversed().stream()
                .filter(content -> content.message() == message)
                .findFirst();
    }

    /** Returns this text from an offset on, put behind another. */
    RenderedText after(RenderedText before, int from) {
        int shift = before.text.length() - from;
        List<Content> all = new ArrayList<>(before.contents);
        contents.stream()
                .filter(content -> content.start() >= from)
                .map(content -> new Content(content.message(), content.start() + shift, content.end() + shift))
                .forEach(all::add);
        return new RenderedText(before.text + text.substring(from), all);
    }

    /** Returns this text up to an offset. */
    RenderedText upTo(int end) {
        return new RenderedText(
                text.substring(0, end),
                contents.stream().filter(content -> content.end() <= end).toList());
    }

    /** Collects the parts. */
    static final class Builder {

        private final StringBuilder text = new StringBuilder();
        private final List<Content> contents = new ArrayList<>();

        void append(String templateText) {
            text.append(templateText);
        }

        void appendContent(int message, String content) {
            contents.add(new Content(message, text.length(), text.length() + content.length()));
            text.append(content);
        }

        RenderedText build() {
            return new RenderedText(text.toString(), contents);
        }
    }
}
