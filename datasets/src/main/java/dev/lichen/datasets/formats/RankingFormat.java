package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Ranking;

/** Lichen's own rankings. */
final class RankingFormat implements Format {

    @Override
    public String name() {
        return "ranking";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RANKING;
    }

    @Override
    public String fields() {
        return "prompt, answers, tiers";
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("answers").isArray() && object.has("tiers");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return new Reading.Kept<>(Ranking.from(fields));
    }
}
