package dev.lichen.annotation.queue;

import java.util.List;
import java.util.UUID;

/**
 * How an item is shown to one person; stored before it is shown, and never changed.
 *
 * @param order the slot shown at each position, identical answers once
 * @param row of the Williams square
 * @param guideline the version of the guideline in force
 * @param schema the version of the schema in force
 */
record Presentation(List<Integer> order, int row, UUID guideline, UUID schema) {

    Presentation {
        order = List.copyOf(order);
    }
}
