package dev.lichen.lm.tokenizer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * How text is cut into words before byte-pair encoding; no merge crosses a cut.
 *
 * <p>Classes such as letter, number and space are Unicode's: an ideographic space is a space, and a Chinese clause
 * without punctuation is one word.
 */
public enum PreTokenization {
    /** Single digits, one mark or space before a word, line breaks after marks; the text is not changed. */
    WORDS(Rule.SINGLE_DIGITS, false, false, false),
    /** GPT-2: a word takes the space before it; numbers stay whole. */
    GPT2(Rule.GPT2, false, false, false),
    /** SmolLM and StarCoder: each digit is a word of its own, then GPT-2's rule. */
    DIGITS_THEN_GPT2(Rule.GPT2, true, false, false),
    /** Qwen 2 and 3: as {@link #WORDS}, of a text whose accents are composed first (NFC). */
    QWEN2(Rule.SINGLE_DIGITS, false, true, false),
    /** Llama 3: as {@link #WORDS}, but up to three digits together; a word that is a token is taken whole. */
    LLAMA3(Rule.THREE_DIGITS, false, false, true);

    private final Rule rule;
    private final boolean splitsDigits;
    private final boolean composesAccents;
    private final boolean takesWholeWords;

    PreTokenization(Rule rule, boolean splitsDigits, boolean composesAccents, boolean takesWholeWords) {
        this.rule = rule;
        this.splitsDigits = splitsDigits;
        this.composesAccents = composesAccents;
        this.takesWholeWords = takesWholeWords;
    }

    /** Returns whether the text is brought to Unicode's composed form (NFC) first. */
    boolean composesAccents() {
        return composesAccents;
    }

    /** Returns whether a word that is a token is taken whole, whatever the merges say. */
    boolean takesWholeWords() {
        return takesWholeWords;
    }

    /** Returns the words as a Java pattern; digits are not split first. */
    Pattern words() {
        return Pattern.compile(rule.regex, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Returns the {@code pre_tokenizer} section of {@code tokenizer.json}. */
    ObjectNode toJson() {
        ObjectNode sequence = JsonNodeFactory.instance.objectNode().put("type", "Sequence");
        if (splitsDigits) {
            sequence.withArray("pretokenizers")
                    .addObject()
                    .put("type", "Digits")
                    .put("individual_digits", true);
        }
        if (rule != Rule.GPT2) {
            sequence.withArray("pretokenizers").add(split());
        }
        sequence.withArray("pretokenizers").add(byteLevel(rule == Rule.GPT2));
        return sequence;
    }

    /** Returns the section of the bytes; GPT-2's rule is built into it. */
    static ObjectNode byteLevel(boolean useRegex) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", true)
                .put("use_regex", useRegex);
    }

    private ObjectNode split() {
        ObjectNode split = JsonNodeFactory.instance.objectNode().put("type", "Split");
        split.putObject("pattern").put("Regex", rule.regex);
        return split.put("behavior", "Isolated").put("invert", false);
    }

    private enum Rule {
        GPT2("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+"),
        SINGLE_DIGITS(byWordAnd("\\p{N}")),
        THREE_DIGITS(byWordAnd("\\p{N}{1,3}"));

        private final String regex;

        Rule(String regex) {
            this.regex = regex;
        }

        private static String byWordAnd(String digits) {
            return "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|" + digits
                    + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
        }
    }
}
