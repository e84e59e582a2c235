package dev.lichen.annotation.project;

import dev.lichen.datasets.Message;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which items somebody looks for.
 *
 * @param words must all stand in the prompt, in any case; a number finds the item of that number too, and {@code #} with a
 *     number that item only; empty for all items
 * @param state only items in this state; null for any
 * @param gold only items whose order is known, withheld ones too, or only others; null for both
 */
public record ItemFilter(
        String words, @Nullable ItemState state, @Nullable Boolean gold) {

    private static final Pattern NUMBER = Pattern.compile("(#?)(\\d{1,18})");

    public ItemFilter {
        words = words.strip();
    }

    /** Returns the filter that lets every item through. */
    public static ItemFilter all() {
        return new ItemFilter("", null, null);
    }

    /** Returns the number of an item, if one is looked for. */
    OptionalLong number() {
        Matcher number = NUMBER.matcher(words);
        return number.matches() ? OptionalLong.of(Long.parseLong(number.group(2))) : OptionalLong.empty();
    }

    /** Returns the words to find in prompts. */
    SearchWords inPrompt() {
        return new SearchWords(isNumberOnly() ? "" : words);
    }

    /** Returns whether an item fits. */
    boolean fits(long number, List<Message> prompt) {
        boolean isTheOne = number().isPresent() && number().getAsLong() == number;
        return isTheOne || (!isNumberOnly() && inPrompt().allIn(prompt));
    }

    private boolean isNumberOnly() {
        return words.startsWith("#") && number().isPresent();
    }
}
