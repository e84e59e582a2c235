package dev.lichen.annotation.queue;

/** Says why somebody was given an item; annotators do not see it, except in training. */
public enum Purpose {
    /** One of the judgements that the overlap target counts. */
    NORMAL,
    /** A hidden item of known order. */
    GOLD,
    /** A hidden second look at one's own item. */
    REPEAT,
    /** A reviewer's own judgement, which decides between others'. */
    ADJUDICATE
}
