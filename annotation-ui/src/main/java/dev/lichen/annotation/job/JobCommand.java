package dev.lichen.annotation.job;

import java.util.Locale;

/** The commands of {@code lichen} that a job can run. */
public enum JobCommand {
    /** Fine-tuning on demonstrations. */
    SFT,
    /** A reward model from rankings. */
    REWARD,
    /** PPO against a reward model. */
    PPO,
    /** The whole line. */
    ALIGN,
    /** Answers to be ranked, written by models. */
    CANDIDATES,
    /** How unsure a reward model is about the order of open items. */
    UNCERTAINTY,
    /** The comparison of two models, with its report. */
    EVALUATE;

    /** Returns the word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
