package dev.lichen.cli.world;

import java.util.List;
import java.util.random.RandomGenerator;

/** Writes an answer to a task in a given style. */
public final class AnswerWriter {

    private static final int MOST_REPETITIONS = 3;

    private AnswerWriter() {}

    /** Returns an answer; equal random numbers write equal answers. */
    public static String write(Task task, AnswerStyle style, RandomGenerator random) {
        return switch (style) {
            case GOOD -> courteous(task, task.statement(), random);
            case PLAIN -> task.statement();
            case CURT -> task.key() + (task.language() == Language.ENGLISH ? "." : "。");
            case RAMBLING -> courteous(task, rambling(task, random), random);
            case WRONG -> courteous(task, task.statementWith(choose(task.rivals(), random)), random);
            case RUDE -> join(task, choose(Phrases.rude(task.language()), random), task.statement());
            case UNFINISHED -> brokenOff(task.statement(), random);
        };
    }

    private static String courteous(Task task, String statement, RandomGenerator random) {
        return join(task, statement, choose(Phrases.courteous(task.language()), random));
    }

    private static String rambling(Task task, RandomGenerator random) {
        String text = task.statement();
        int repetitions = random.nextInt(1, MOST_REPETITIONS + 1);
        for (int i = 0; i < repetitions; i++) {
            text = join(task, text, choose(Phrases.padding(task.language()), random), task.statement());
        }
        return text;
    }

    /** Cuts a sentence somewhere after its first character and before its last. */
    private static String brokenOff(String statement, RandomGenerator random) {
        int[] characters = statement.codePoints().toArray();
        return new String(characters, 0, random.nextInt(1, characters.length - 1)).strip();
    }

    private static String join(Task task, String... sentences) {
        return Phrases.join(task.language(), sentences);
    }

    private static String choose(List<String> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
