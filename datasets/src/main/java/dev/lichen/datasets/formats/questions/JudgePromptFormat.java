package dev.lichen.datasets.formats.questions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.List;

/** The prompts of MT-bench's judges: a system message and a template with places in braces. */
final class JudgePromptFormat implements Format {

    private static final String SYSTEM = "system_prompt";
    private static final String TEMPLATE = "prompt_template";

    @Override
    public About about() {
        return new About("judge-prompt", RecordKind.PROMPT, "name, type, system_prompt, prompt_template, …");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path(SYSTEM).isTextual() && object.path(TEMPLATE).isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = new ArrayList<>();
        String system = fields.text(SYSTEM);
        if (!system.isEmpty()) {
            messages.add(Message.system(system));
        }
        messages.add(Message.user(fields.text(TEMPLATE)));
        return new Reading.Kept<>(new Prompt(messages, ForeignFields.attributes(fields, "name")));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.prompt(one).then(prompt -> {
            boolean framed = prompt.prompt().getFirst().role() == Role.SYSTEM;
            int first = framed ? 1 : 0;
            if (prompt.prompt().size() == first) {
                return new Writing.Unwritable<>("it has a system message only");
            }
            String system = framed ? prompt.prompt().getFirst().content() : "";
            return Messages.text(prompt.prompt().subList(first, prompt.prompt().size()))
                    .map(template -> json(system, template, prompt.attributes()));
        });
    }

    private static List<ObjectNode> json(String system, String template, Attributes attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ForeignFields.putId(json, "name", attributes);
        ForeignFields.putKept(json, "type", attributes);
        json.put(SYSTEM, system).put(TEMPLATE, template);
        return ForeignFields.withRest(json, attributes);
    }
}
