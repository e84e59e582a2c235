package dev.lichen.lm.rendering;

import dev.lichen.lm.tokenizer.ControlToken;
import dev.lichen.lm.tokenizer.ControlTokenMatcher;
import dev.lichen.lm.tokenizer.TokenSequence;
import dev.lichen.lm.tokenizer.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Encodes a rendered conversation: control tokens where the template wrote them, plain text everywhere else.
 *
 * <p>Between two control tokens the template's words and the messages are encoded together, as Hugging Face does. At a
 * boundary the text is encoded apart only where encoding it together would change tokens before the boundary: what a
 * model continues must be what it was given.
 */
final class TextEncoder {

    private final Tokenizer tokenizer;
    private final ControlTokenMatcher matcher;

    TextEncoder(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.matcher = new ControlTokenMatcher(tokenizer.controlTokens());
    }

    /**
     * The tokens of a text.
     *
     * @param tokens the tokens
     * @param positions the number of tokens before each boundary, by its offset in the text
     */
    record Encoded(TokenSequence tokens, NavigableMap<Integer, Integer> positions) {}

    /** Returns the control tokens that the template wrote, from left to right. */
    List<ControlTokenMatcher.Match> controls(RenderedText rendered) {
        List<ControlTokenMatcher.Match> controls = new ArrayList<>();
        int start = 0;
        for (RenderedText.Content content : rendered.contents()) {
            addControls(rendered.text(), start, content.start(), controls);
            start = content.end();
        }
        addControls(rendered.text(), start, rendered.text().length(), controls);
        return controls;
    }

    private void addControls(String text, int start, int end, List<ControlTokenMatcher.Match> controls) {
        matcher.find(text.substring(start, end)).stream()
                .map(match -> new ControlTokenMatcher.Match(match.token(), match.start() + start, match.end() + start))
                .forEach(controls::add);
    }

    /** Encodes a text, with these boundaries among others. */
    Encoded encode(RenderedText rendered, SortedSet<Integer> boundaries) {
        Run run = new Run(rendered.text(), boundaries);
        for (ControlTokenMatcher.Match control : controls(rendered)) {
            run.encodeUpTo(control.start(), control.token().swallowsSpaceBefore());
            run.add(control);
        }
        run.encodeUpTo(rendered.text().length(), false);
        return new Encoded(TokenSequence.concatenate(run.tokens), run.positions);
    }

    /** One pass over a text from left to right. */
    private final class Run {

        private final String text;
        private final SortedSet<Integer> boundaries;
        private final List<TokenSequence> tokens = new ArrayList<>();
        private final NavigableMap<Integer, Integer> positions = new TreeMap<>();
        private int size;
        private int start;
        private boolean swallowsSpace;

        Run(String text, SortedSet<Integer> boundaries) {
            this.text = text;
            this.boundaries = boundaries;
            positions.put(0, 0);
        }

        void add(ControlTokenMatcher.Match control) {
            ControlToken token = control.token();
            positions.put(control.start(), size);
            append(TokenSequence.of(token.id()));
            start = control.end();
            swallowsSpace = token.swallowsSpaceAfter();
            positions.put(start, size);
        }

        /** Encodes the text since the last control token, boundary by boundary. */
        void encodeUpTo(int end, boolean swallowed) {
            TokenSequence stretch = TokenSequence.empty();
            int from = start;
            for (int boundary : pieces(end)) {
                stretch = extend(stretch, from, boundary, swallowed && boundary == end);
                positions.put(boundary, size + stretch.size());
                from = boundary;
            }
            append(stretch);
            start = end;
        }

        private List<Integer> pieces(int end) {
            List<Integer> ends = new ArrayList<>(boundaries.subSet(Math.min(start + 1, end), end));
            ends.add(end);
            return ends;
        }

        /** Returns the tokens up to {@code to}: those before, unchanged, and those of the next piece. */
        private TokenSequence extend(TokenSequence before, int from, int to, boolean swallowedAtEnd) {
            String piece = piece(from, to, swallowedAtEnd);
            if (piece.isEmpty()) {
                return before;
            }
            if (from == start) {
                return from == 0 ? tokenizer.encode(piece) : tokenizer.encodeContinuation(piece);
            }
            String whole = piece(start, from, false) + piece;
            TokenSequence together = start == 0 ? tokenizer.encode(whole) : tokenizer.encodeContinuation(whole);
            return together.startsWith(before) ? together : before.plus(tokenizer.encodeContinuation(piece));
        }

        private String piece(int from, int to, boolean swallowedAtEnd) {
            boolean swallowedAtStart = swallowsSpace && from == start;
            return PythonMethods.strip(
                    text.substring(from, to), PythonMethods::isSpace, swallowedAtStart, swallowedAtEnd);
        }

        private void append(TokenSequence more) {
            tokens.add(more);
            size += more.size();
        }
    }
}
