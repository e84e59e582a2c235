package dev.lichen.datasets.statistics.annotators;

/**
 * One category that one annotator gave to one item.
 *
 * @param cluster names what the item shares with others, such as its prompt; items of different clusters are independent
 * @param item the item, named within its cluster
 * @param annotator who labelled; he may label an item more than once
 * @param category what he said
 */
public record Label(String cluster, String item, String annotator, String category) {

    /** Returns a label of an item that depends on no other. */
    public static Label of(String item, String annotator, String category) {
        return new Label(item, "", annotator, category);
    }
}
