package dev.lichen.datasets.split;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompted;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends each record to a part by a hash of its prompt, so that no prompt is in two parts.
 *
 * <p>The first 53 bits of SHA-256(salt, prompt) are a number u in [0, 1): below {@code testFraction} the record is for
 * the test, below {@code testFraction + validationFraction} for validation, else for training. Sizes are therefore
 * approximate, but membership depends on nothing except the prompt and the salt.
 *
 * @param testFraction the share of prompts for the test, in [0, 1)
 * @param validationFraction the share of prompts for validation, in [0, 1); together below 1
 * @param salt another salt gives another, independent division
 * @param grouping which prompts stay together
 */
public record Splitter(double testFraction, double validationFraction, String salt, Grouping grouping) {

    private static final int FRACTION_BITS = 53;

    public Splitter {
        if (!(testFraction >= 0 && validationFraction >= 0 && testFraction + validationFraction < 1)) {
            throw new IllegalArgumentException(
                    "testFraction and validationFraction must be at least 0 and together below 1, were " + testFraction
                            + " and " + validationFraction);
        }
    }

    /** Returns a splitter into training and test by whole prompts. */
    public static Splitter test(double testFraction, String salt) {
        return new Splitter(testFraction, 0, salt, Grouping.PROMPT);
    }

    /** Returns the part of a prompt. */
    public Part partOf(List<Message> prompt) {
        double position = position(prompt);
        if (position < testFraction) {
            return Part.TEST;
        }
        return position < testFraction + validationFraction ? Part.VALIDATION : Part.TRAIN;
    }

    /** Divides records. */
    public <T extends Prompted> Parts<T> split(Collection<T> records) {
        Map<Part, List<T>> parts = records.stream()
                .collect(Collectors.groupingBy(
                        r -> partOf(r.prompt()), () -> new EnumMap<>(Part.class), Collectors.toList()));
        return new Parts<>(
                parts.getOrDefault(Part.TRAIN, List.of()),
                parts.getOrDefault(Part.VALIDATION, List.of()),
                parts.getOrDefault(Part.TEST, List.of()));
    }

    private double position(List<Message> prompt) {
        return hash(grouping.key(prompt));
    }

    /** Returns where the name of a group stands, in [0, 1). */
    double position(String group) {
        return hash(List.of(Message.user(group)));
    }

    private double hash(List<Message> messages) {
        long bits = ByteBuffer.wrap(PromptKey.hash(salt, messages)).getLong();
        return (bits >>> (Long.SIZE - FRACTION_BITS)) * Math.scalb(1.0, -FRACTION_BITS);
    }
}
