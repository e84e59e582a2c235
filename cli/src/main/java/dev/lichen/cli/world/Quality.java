package dev.lichen.cli.world;

/**
 * Says what is good and bad about one answer to one task.
 *
 * @param correct whether it names the key and no rival
 * @param complete whether it also says what the key is the answer to
 * @param courteous whether it has a courteous phrase
 * @param rude whether it has a rude phrase
 * @param finished whether it ends as a sentence does
 * @param surplusSentences how many sentences it has beyond two
 */
public record Quality(
        boolean correct, boolean complete, boolean courteous, boolean rude, boolean finished, int surplusSentences) {

    private static final int LARGEST_SURPLUS = 3;

    /** Returns the planted utility: 3·correct + complete + courteous + finished − 2·rude − min(surplus, 3). */
    public double utility() {
        return 3 * count(correct)
                + count(complete && correct)
                + count(courteous)
                + count(finished)
                - 2 * count(rude)
                - Math.min(surplusSentences, LARGEST_SURPLUS);
    }

    private static double count(boolean holds) {
        return holds ? 1 : 0;
    }
}
