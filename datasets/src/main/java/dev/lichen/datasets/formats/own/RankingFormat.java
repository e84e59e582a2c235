package dev.lichen.datasets.formats.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** Lichen's own rankings. */
final class RankingFormat implements Format {

    @Override
    public About about() {
        return new About("ranking", RecordKind.RANKING, "prompt, answers, tiers");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("answers").isArray() && object.has("tiers");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return new Reading.Kept<>(Ranking.from(fields));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.judged(one).map(ranking -> List.of(ranking.toJson()));
    }
}
