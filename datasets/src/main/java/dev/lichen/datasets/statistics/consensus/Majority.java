package dev.lichen.datasets.statistics.consensus;

/**
 * What the judges say of two items.
 *
 * @param winner the item that more of them put above the other
 * @param loser the other
 * @param votesFor how many put the winner above
 * @param votesAgainst how many put the loser above
 * @param ties how many tied them
 */
public record Majority(String winner, String loser, long votesFor, long votesAgainst, long ties) {

    /** Returns the votes for less the votes against, above 0. */
    public long margin() {
        return votesFor - votesAgainst;
    }
}
