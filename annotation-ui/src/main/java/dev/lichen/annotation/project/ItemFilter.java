package dev.lichen.annotation.project;

import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.datasets.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    List<String> terms() {
        return words.isEmpty() || (words.startsWith("#") && number().isPresent())
                ? List.of()
                : Arrays.asList(words.toLowerCase(Locale.ROOT).split("\\s+"));
    }

    /** Returns patterns that a prompt as it is stored is like, if all words stand in it; {@code !} takes meaning away. */
    List<String> patterns() {
        return terms().stream()
                .map(CanonicalJson::write)
                .map(json -> json.substring(1, json.length() - 1).replaceAll("[!%_]", "!$0"))
                .map(text -> "%" + text + "%")
                .toList();
    }

    /** Returns whether an item fits, by its texts alone: as stored, a prompt also has the names of its fields in it. */
    boolean fits(long number, List<Message> prompt) {
        if (number().isPresent() && number().getAsLong() == number) {
            return true;
        }
        String text = String.join("\n", prompt.stream().map(Message::content).toList())
                .toLowerCase(Locale.ROOT);
        List<String> terms = terms();
        return terms.stream().allMatch(text::contains) && (words.isEmpty() || !terms.isEmpty());
    }
}
