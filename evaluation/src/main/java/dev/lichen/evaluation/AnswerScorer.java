package dev.lichen.evaluation;

import dev.lichen.datasets.Prompt;
import java.util.List;

/** Scores answers in one batch, higher better: a reward model, or anything that takes its place. */
@FunctionalInterface
public interface AnswerScorer {

    /** Returns a finite score for each request, in order. */
    List<Double> score(List<Request> requests);

    /**
     * An answer to be scored.
     *
     * @param prompt what was asked
     * @param answer what was said
     */
    record Request(Prompt prompt, PolicyAnswer answer) {}
}
