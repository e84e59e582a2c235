package dev.lichen.datasets;

import java.util.List;

/** Small records for tests, in English and Chinese. */
public final class SampleRecords {

    private SampleRecords() {}

    /** Returns a prompt of one question. */
    public static List<Message> question() {
        return List.of(Message.user("Name a prime."));
    }

    /** Returns a demonstration with a system message and two turns. */
    public static Demonstration twoTurns() {
        return new Demonstration(
                List.of(
                        Message.system("Answer briefly."),
                        Message.user("你会下棋吗?"),
                        Message.assistant("会一点。"),
                        Message.user("Which opening?"),
                        Message.assistant("The Ruy Lopez.")),
                Attributes.id("two-turns"));
    }

    /** Returns four answers in the tiers 2, 1, 2 and not ranked: two pairs and one tie. */
    public static Ranking tiedAndPartial() {
        List<Answer> answers =
                List.of(new Answer("Nine."), new Answer("Seven."), new Answer("Ten."), new Answer("Why?"));
        return new Ranking(question(), answers, Tiers.of(2, 1, 2, 0));
    }
}
