package dev.lichen.datasets.formats.questions;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists the formats of questions, solutions, judges' prompts and texts. */
public final class QuestionFormats {

    private QuestionFormats() {}

    /** Returns them, the most specific first. */
    public static List<Format> all() {
        return List.of(
                new SolutionsFormat(),
                new QuestionAnswerFormat(),
                new BenchQuestionFormat(),
                new BenchAnswerFormat(),
                new JudgePromptFormat());
    }

    /** Returns those of running text, which are asked last. */
    public static List<Format> texts() {
        return List.of(new ParagraphsFormat(), new TextFormat());
    }
}
