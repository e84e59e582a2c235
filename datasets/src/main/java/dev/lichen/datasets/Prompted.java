package dev.lichen.datasets;

import java.util.List;

/** A record about one prompt, by which it can be grouped: in splits, in bootstrap clusters, in batches. */
public interface Prompted extends JsonRecord {

    /** Returns the messages before the answer, oldest first. */
    List<Message> prompt();
}
