package dev.lichen.datasets.formats.oasst;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.GatheringFormat;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Open Assistant's trees (Köpf et al. 2023): a prompt with replies to replies, the assistant's ranked. */
final class OasstTreeFormat implements GatheringFormat {

    @Override
    public About about() {
        return new About("oasst-tree", RecordKind.RANKING, "message_tree_id, tree_state, prompt (with replies)");
    }

    @Override
    public Set<RecordKind> kinds() {
        return EnumSet.of(RecordKind.RANKING, RecordKind.CONVERSATION, RecordKind.PROMPT);
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has(Trees.TREE) && object.path("prompt").has("role");
    }

    @Override
    public String groupOf(ObjectNode object) {
        return "";
    }

    @Override
    public String groupOf(JsonRecord one) {
        return Trees.of(one);
    }

    @Override
    public Reading<JsonRecord> readAll(List<JsonFields> objects) {
        List<Reading<JsonRecord>> all = new ArrayList<>();
        for (JsonFields fields : objects) {
            Node root = Node.read(fields.object("prompt"));
            all.add(TreeReader.read(root, fields.rest()));
        }
        return new Reading.Several<>(all);
    }

    @Override
    public Optional<String> refusal(JsonRecord one) {
        return Trees.refusal(one);
    }

    @Override
    public Writing<List<ObjectNode>> writeAll(List<JsonRecord> records) {
        return Trees.gather(records)
                .map(writer ->
                        writer.roots().stream().map(root -> json(root, writer)).toList());
    }

    private static ObjectNode json(ObjectNode root, TreeWriter writer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String id = writer.attributes()
                .extra()
                .get(Trees.TREE)
                .map(kept -> kept.asText())
                .orElse(root.path(Node.ID).asText());
        json.put(Trees.TREE, id);
        writer.attributes().extra().get("tree_state").ifPresent(state -> json.set("tree_state", state));
        json.set("prompt", root);
        writer.attributes().extra().addTo(json);
        return json;
    }
}
