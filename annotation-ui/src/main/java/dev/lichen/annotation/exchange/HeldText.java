package dev.lichen.annotation.exchange;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import java.util.List;

/** Counts the text of a file that is imported as a whole, so that a small file that unpacks to a huge one is refused. */
final class HeldText {

    /** Items are in memory twice at most: as they were read, and as they are written. */
    private static final int SHARE_OF_MEMORY = 4;

    private static final int BYTES_A_RECORD = 512;

    private final long most;
    private long bytes;

    HeldText() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    HeldText(long most) {
        this.most = most;
    }

    /**
     * Counts a record that is about to be held.
     *
     * @throws DataFormatException naming the place, if it is too much
     */
    void add(JsonRecord one, Place place) {
        bytes += switch (one) {
            case Ranking ranking -> BYTES_A_RECORD + ofMessages(ranking.prompt()) + ofAnswers(ranking.answers());
            case Prompt prompt -> BYTES_A_RECORD + ofMessages(prompt.prompt());
            default -> 0;
        };
        if (bytes > most) {
            throw new DataFormatException(
                    "Too much for one import",
                    place,
                    "more than " + (most >> 20) + " MiB of text, unpacked",
                    "a part of it at a time: \"lichen data split\" cuts files");
        }
    }

    private static long ofMessages(List<Message> messages) {
        return messages.stream().mapToLong(message -> of(message.content())).sum();
    }

    private static long ofAnswers(List<Answer> answers) {
        return answers.stream().mapToLong(answer -> of(answer.content())).sum();
    }

    /** Texts of Western letters take a byte a letter, others two. */
    private static long of(String text) {
        return text.chars().allMatch(letter -> letter <= 0xFF) ? text.length() : 2L * text.length();
    }
}
