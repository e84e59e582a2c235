package dev.lichen.datasets.formats.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** Lichen's own ratings. */
final class RatingFormat implements Format {

    @Override
    public About about() {
        return new About("rating", RecordKind.RATING, "prompt, answer, criterion, value");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("answer").isTextual() && object.has("criterion");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return new Reading.Kept<>(Rating.from(fields));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return one instanceof Rating rating
                ? Writing.of(List.of(rating.toJson()))
                : new Writing.Unwritable<>(Shapes.NO_RATING);
    }
}
