package dev.lichen.evaluation.report;

/** What the measurements allow to be said about the new policy. */
public enum Finding {
    /** An independent judge prefers it, and the whole interval is above one half. */
    GAIN("Gain"),
    /** Only the reward model that it was trained to please prefers it. */
    HIGHER_SCORE("Higher score only"),
    /** The interval holds one half, or the judge is no better than chance. */
    NO_GAIN_SHOWN("No gain shown"),
    /** The whole interval is below one half. */
    LOSS("Loss"),
    /** There is no interval. */
    NOT_MEASURED("Not measured");

    private final String label;

    Finding(String label) {
        this.label = label;
    }

    /** Returns the finding in two or three words. */
    public String label() {
        return label;
    }
}
