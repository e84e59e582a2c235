package dev.lichen.datasets.formats.instruction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/**
 * Self-instruct's tasks (Wang et al. 2023): an instruction with instances of input and output.
 *
 * <p>The first instance becomes the conversation; further ones are kept in the field {@code further_instances}, other
 * fields of the first in {@code first_instance}.
 */
final class SelfInstructFormat implements Format {

    static final String NO_INSTANCES = "a task without instances";
    private static final String FURTHER = "further_instances";
    private static final String FIRST = "first_instance";
    private static final String INSTANCES = "instances";

    @Override
    public About about() {
        return new About("self-instruct", RecordKind.CONVERSATION, "id, name, instruction, instances (input, output)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("instruction") && object.path(INSTANCES).isArray();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<JsonFields> instances = fields.objects(INSTANCES, instance -> instance);
        if (instances.isEmpty()) {
            return new Reading.Skipped<>(NO_INSTANCES);
        }
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.put("instruction", fields.text("instruction"));
        task.put("input", instances.getFirst().text("input"));
        JsonFields turn = new JsonFields(task, fields.place());
        List<Message> prompt = InstructionTurns.read(turn);
        Message answer = Message.assistant(instances.getFirst().text("output"));
        return new Reading.Kept<>(
                new Conversation(Messages.with(prompt, answer), attributes(fields, turn, instances.getFirst())));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.demonstration(one).then(SelfInstructFormat::write);
    }

    private static Attributes attributes(JsonFields fields, JsonFields turn, JsonFields first) {
        ArrayNode further = (ArrayNode) fields.array(INSTANCES).deepCopy();
        further.remove(0);
        Attributes attributes = Attributes.from(fields);
        ExtraFields extra = attributes.extra().with(turn.rest());
        extra = further.isEmpty() ? extra : extra.with(FURTHER, further);
        ObjectNode others = first.json().objectNode();
        first.rest().addTo(others);
        return attributes.withExtra(others.isEmpty() ? extra : extra.with(FIRST, others));
    }

    private static Writing<List<ObjectNode>> write(Conversation conversation) {
        List<Message> prompt = Messages.beforeLast(conversation.messages());
        if (prompt.size() != 1) {
            return new Writing.Unwritable<>("it is not one question and one answer");
        }
        return InstructionTurns.of(prompt).map(turns -> write(turns, conversation));
    }

    private static List<ObjectNode> write(InstructionTurns turns, Conversation conversation) {
        Attributes attributes = conversation.attributes();
        ObjectNode task = turns.begin(attributes);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ForeignFields.putId(json, "id", attributes);
        ForeignFields.putKept(json, "name", attributes);
        ForeignFields.putKept(json, "motivation_app", attributes);
        json.set("instruction", task.get("instruction"));
        ObjectNode first = json.putArray(INSTANCES).addObject();
        first.set("input", task.get("input"));
        first.put("output", conversation.last().content());
        if (attributes.extra().get(FIRST).orElse(null) instanceof ObjectNode others) {
            ExtraFields.of(others).addTo(first);
        }
        for (JsonNode further : attributes.extra().get(FURTHER).orElse(json.arrayNode())) {
            json.withArray(INSTANCES).add(further);
        }
        List<ObjectNode> objects = ForeignFields.withAttributes(json, attributes);
        json.remove(List.of("input", FIRST, FURTHER));
        return objects;
    }
}
