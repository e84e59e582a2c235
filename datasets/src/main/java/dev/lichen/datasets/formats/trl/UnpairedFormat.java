package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Labelled;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** TRL's unpaired preferences (KTO): one answer, and whether it is good enough. */
final class UnpairedFormat implements Format {

    private final Form form;

    UnpairedFormat(Form form) {
        this.form = form;
    }

    @Override
    public About about() {
        return new About(form.named("trl-unpaired"), RecordKind.RATING, "prompt, completion, label (true or false)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("prompt") && object.path("label").isBoolean() && form.fits(object, "completion");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return LabelledAnswer.read(Messages.promptOf(fields, "prompt"), Form.completion(fields, "completion"), fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.labelled(one).then(all -> Writing.each(all, this::write));
    }

    private Writing<ObjectNode> write(Labelled labelled) {
        Message answer = PreferredPair.message(labelled.answer());
        return form.put(JsonNodeFactory.instance.objectNode(), "prompt", labelled.prompt())
                .then(json -> form.putAnswer(json, "completion", answer))
                .map(json -> LabelledAnswer.finish(json, labelled));
    }
}
