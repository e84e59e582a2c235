package dev.lichen.datasets.format;

/** Says what the records of a file are. */
public enum RecordKind {
    /** Conversations, which are demonstrations where the assistant speaks last. */
    CONVERSATION("conversations"),
    /** Rankings of answers, pairs among them. */
    RANKING("rankings"),
    /** Ratings of single answers. */
    RATING("ratings"),
    /** Prompts without answers. */
    PROMPT("prompts");

    private final String plural;

    RecordKind(String plural) {
        this.plural = plural;
    }

    /** Returns the name of several such records. */
    public String plural() {
        return plural;
    }
}
