package dev.lichen.lm.tokenizer;

/**
 * Decodes a text token by token as it is generated, and never shows half a character.
 *
 * <p>A token may hold only some bytes of a character; Chinese text often does. After each token the recent tokens are
 * decoded together, and what is new is returned, except an incomplete character at the end, which waits for its other
 * bytes. Works with every tokenizer, since it only compares texts. For one generation, in one thread.
 */
public final class StreamingDecoder {

    private static final char REPLACEMENT = '\uFFFD';

    /** A character has at most four bytes, so at most three are waiting, each perhaps shown by a character. */
    private static final int LONGEST_WAIT = 3;

    private final Tokenizer tokenizer;
    private TokenSequence context = TokenSequence.empty();
    private TokenSequence recent = TokenSequence.empty();
    private int returned;

    /** Creates a decoder at the beginning of a text. */
    public StreamingDecoder(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Takes the next token and returns the text that it completes, often empty in the middle of a character. */
    public String accept(int token) {
        recent = recent.plus(token);
        String text = tokenizer.decode(context.plus(recent));
        String completed = take(text, endOfCompleteText(text));
        if (returned == text.length()) {
            startAfterRecent();
        }
        return completed;
    }

    /** Returns what still waits, at the end of the text; incomplete bytes become U+FFFD. */
    public String finish() {
        String text = tokenizer.decode(context.plus(recent));
        String rest = take(text, text.length());
        startAfterRecent();
        return rest;
    }

    private String take(String text, int end) {
        if (end <= returned) {
            return "";
        }
        String taken = text.substring(returned, end);
        returned = end;
        return taken;
    }

    /** The recent tokens become the context: enough, since a tokenizer looks no further back. */
    private void startAfterRecent() {
        context = recent;
        recent = TokenSequence.empty();
        returned = tokenizer.decode(context).length();
    }

    private static int endOfCompleteText(String text) {
        int end = text.length();
        while (end > 0 && text.length() - end < LONGEST_WAIT && text.charAt(end - 1) == REPLACEMENT) {
            end--;
        }
        return end;
    }
}
