package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lichen.annotation.queue.ImportedJudgements;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Ranking;

/** The fields by which an export says more of judgements than their order, and which are no part of the items. */
final class Provenance {

    static final String SOFT_LABELS = "soft_labels";
    static final String SAMPLING = "sampling";

    /** Marks the ranking of a reviewer who decided between others. */
    static final String ADJUDICATED = "adjudicated";

    private static final String[] OF_JUDGEMENTS = {
        "judgement_ids",
        "annotator_pseudonyms",
        "n",
        "guideline_sha",
        "ledger_head",
        ImportedJudgements.IMPORTED,
        ImportedJudgements.COMPARISONS,
        SOFT_LABELS,
        SAMPLING,
        ADJUDICATED
    };

    private Provenance() {}

    /** Returns the fields of a record that are the item's own. */
    static ExtraFields ofItem(Ranking ranking) {
        ExtraFields own = ranking.attributes().extra().without(OF_JUDGEMENTS);
        return ranking.isAllBad() ? own.without(Ranking.OUTCOME) : own;
    }

    static ArrayNode texts(Iterable<String> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(array::add);
        return array;
    }

    /** Returns the hash of the guideline that a file named for a judgement, or that of the project. */
    static String guideline(JsonNode imported, String own) {
        return imported.path("guideline_sha").asText(own);
    }
}
