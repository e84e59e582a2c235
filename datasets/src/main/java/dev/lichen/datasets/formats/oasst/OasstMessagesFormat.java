package dev.lichen.datasets.formats.oasst;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.GatheringFormat;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Open Assistant's messages one by one, as on the hub: those of one tree follow one another and are put together.
 *
 * <p>Ids, states and the names of trees are fields of each message and stay there. A message whose parent is not in the
 * file begins a tree of its own. Messages come back in the order of the records, depth first.
 */
final class OasstMessagesFormat implements GatheringFormat {

    @Override
    public About about() {
        return new About(
                "oasst-messages", RecordKind.RANKING, "message_id, parent_id, text, role, rank, message_tree_id, …");
    }

    @Override
    public Set<RecordKind> kinds() {
        return EnumSet.of(RecordKind.RANKING, RecordKind.CONVERSATION, RecordKind.PROMPT);
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has(Node.ID) && object.path("text").isTextual() && object.has("role");
    }

    @Override
    public String groupOf(ObjectNode object) {
        return object.path(Trees.TREE).asText("");
    }

    @Override
    public String groupOf(JsonRecord one) {
        return Trees.of(one);
    }

    @Override
    public Reading<JsonRecord> readAll(List<JsonFields> objects) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        List<Node> roots = new ArrayList<>();
        for (JsonFields fields : objects) {
            Node read = Node.read(fields);
            Node node = new Node(read.message(), read.rank(), new ArrayList<>(read.replies()));
            nodes.put(Node.id(node.message().extra()), node);
            Node parent = nodes.get(fields.json().path(Node.PARENT).asText(""));
            (parent == null ? roots : parent.replies()).add(node);
        }
        List<Reading<JsonRecord>> all = new ArrayList<>();
        roots.forEach(root -> all.add(TreeReader.read(root, ExtraFields.none())));
        return new Reading.Several<>(all);
    }

    @Override
    public Optional<String> refusal(JsonRecord one) {
        return Trees.refusal(one);
    }

    @Override
    public Writing<List<ObjectNode>> writeAll(List<JsonRecord> records) {
        return Trees.gather(records)
                .then(writer -> writer.attributes().extra().without(Trees.TREE).isEmpty()
                        ? Writing.of(writer)
                        : Writing.losing(writer, Trees.FIELDS_MOVED))
                .map(TreeWriter::messages);
    }
}
