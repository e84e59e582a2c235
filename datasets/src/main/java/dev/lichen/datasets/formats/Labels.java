package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.lichen.datasets.JsonFields;

/** The label of unpaired preferences (TRL's KTO form): whether the answer is one to imitate. */
final class Labels {

    static final String REASON = "its label is false: an answer not to imitate";

    private Labels() {}

    static boolean isUndesirable(JsonFields fields) {
        return BooleanNode.FALSE.equals(fields.json().get("label"));
    }
}
