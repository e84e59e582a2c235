package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Rating;

/** Lichen's own ratings. */
final class RatingFormat implements Format {

    @Override
    public String name() {
        return "rating";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RATING;
    }

    @Override
    public String fields() {
        return "prompt, answer, criterion, value";
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("answer").isTextual() && object.has("criterion");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return new Reading.Kept<>(Rating.from(fields));
    }
}
