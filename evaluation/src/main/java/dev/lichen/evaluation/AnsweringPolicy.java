package dev.lichen.evaluation;

import dev.lichen.datasets.Prompt;
import java.util.List;

/** Answers prompts: a language model with its sampling settings, or a fixed list of answers. */
public interface AnsweringPolicy {

    /** Returns what the report calls this policy. */
    String name();

    /** Answers each prompt once, in order; the same seed gives the same answers. */
    List<PolicyAnswer> answer(List<Prompt> prompts, long seed);
}
