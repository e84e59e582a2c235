package dev.lichen.evaluation;

/**
 * Tells a reader who judged.
 *
 * @param name what the report calls the judge, as {@code planted preference}
 * @param standing how much its word is worth
 * @param simulated whether it stands in for people without being people
 */
public record JudgeDescription(String name, Standing standing, boolean simulated) {

    /** Returns the name with the word {@code simulated} before it where it belongs there. */
    public String spokenName() {
        return simulated && !name.contains("simulated") ? "simulated " + name : name;
    }

    /** What a judge's word is worth as evidence about the policy. */
    public enum Standing {
        /** No stage of training has seen it. */
        INDEPENDENT,
        /** The policy was trained to please it: a gain shows that training worked, not that people agree. */
        TRAINED_AGAINST
    }
}
