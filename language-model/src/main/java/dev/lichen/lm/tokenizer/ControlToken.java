package dev.lichen.lm.tokenizer;

/**
 * A token that no plain text may become: a role, an end of turn, an end of text.
 *
 * @param text its literal in template text, such as {@code <|im_end|>}
 * @param id its id
 * @param swallowsSpaceBefore whether it takes the white space before it with it
 * @param swallowsSpaceAfter whether it takes the white space after it with it
 */
public record ControlToken(String text, int id, boolean swallowsSpaceBefore, boolean swallowsSpaceAfter) {

    /** Creates a control token that leaves the white space around it alone. */
    public ControlToken(String text, int id) {
        this(text, id, false, false);
    }
}
