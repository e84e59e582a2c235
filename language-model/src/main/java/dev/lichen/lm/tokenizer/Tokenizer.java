package dev.lichen.lm.tokenizer;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * Maps text to token ids and back.
 *
 * <p>Nothing is added silently: no token for the beginning or the end of a text. Implementations may be used by many
 * threads at once.
 */
public interface Tokenizer extends AutoCloseable {

    /** Encodes plain text; the result holds no control token, whatever the text says. */
    TokenSequence encode(String text);

    /**
     * Encodes plain text that stands after other tokens; differs from {@link #encode} only for tokenizers that mark the
     * beginning of a text.
     */
    default TokenSequence encodeContinuation(String text) {
        return encode(text);
    }

    /** Encodes template text: the literals of control tokens become these tokens. Never pass what a user typed. */
    TokenSequence encodeWithControlTokens(String text);

    /** Decodes to text, control tokens left out; bytes that are no UTF-8 become U+FFFD. */
    String decode(TokenSequence tokens);

    /** Decodes to text, control tokens as their literals. */
    String decodeWithControlTokens(TokenSequence tokens);

    /** Returns all control tokens, by ascending id. */
    List<ControlToken> controlTokens();

    /** Returns the id of the control token with this literal, if there is one. */
    default OptionalInt controlToken(String text) {
        return controlTokens().stream()
                .filter(token -> token.text().equals(text))
                .mapToInt(ControlToken::id)
                .findFirst();
    }

    /** Returns the literals of named roles and the chat template. */
    default TokenizerSettings settings() {
        return TokenizerSettings.none();
    }

    /** Returns one more than the largest id. */
    int vocabularySize();

    /**
     * Checks that every id has a row in a model's embedding.
     *
     * @param rows the model's vocabulary size; it may be larger than the tokenizer's
     * @param model the model's name or folder, for the message
     * @throws TokenizerException if the vocabulary is larger than the model's
     */
    default void requireFits(int rows, String model) {
        if (vocabularySize() > rows) {
            throw new TokenizerException(
                    "the tokenizer is of another model: found %d tokens, expected at most the %d that %s has"
                            .formatted(vocabularySize(), rows, model));
        }
    }

    /** Returns the SHA-256 of the vocabulary file in hexadecimal: equal exactly when two tokenizers are the same. */
    String fingerprint();

    /** Writes the tokenizer's files, in Hugging Face layout, into an existing directory. */
    void save(Path directory);

    @Override
    void close();
}
