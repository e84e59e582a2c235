package dev.lichen.datasets.formats.oasst;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes a tree of messages apart, depth first.
 *
 * <p>Where the assistant's replies to a message are ranked, they are one ranking; otherwise each is a conversation; a
 * message without reply is a prompt. Each record carries the messages above it, so every message is in some record.
 */
final class TreeReader {

    private final ExtraFields tree;
    private final List<Reading<JsonRecord>> records = new ArrayList<>();

    private TreeReader(ExtraFields tree) {
        this.tree = tree;
    }

    /**
     * Returns the records of a tree.
     *
     * @param tree the fields of the tree itself
     */
    static Reading<JsonRecord> read(Node root, ExtraFields tree) {
        TreeReader reader = new TreeReader(tree);
        reader.visit(List.of(root.message()), root);
        return new Reading.Several<>(reader.records);
    }

    private void visit(List<Message> path, Node node) {
        List<@Nullable Integer> ranks =
                node.replies().stream().<@Nullable Integer>map(Node::rank).toList();
        long ranked = ranks.stream().filter(Objects::nonNull).count();
        if (node.replies().isEmpty()) {
            keep(leaf(path));
        } else if (ranked >= 2
                && node.replies().stream().allMatch(reply -> reply.message().isFromAssistant())) {
            List<Answer> answers =
                    node.replies().stream().map(TreeReader::answer).toList();
            keep(new Ranking(path, answers, Tiers.ofRanks(ranks), Judgement.unknown(), attributes(path)));
        } else {
            node.replies().forEach(reply -> keep(conversation(Messages.with(path, reply.message()))));
        }
        for (Node reply : node.replies()) {
            List<Message> toReply = Messages.with(path, reply.message());
            reply.replies().forEach(next -> visit(Messages.with(toReply, next.message()), next));
        }
    }

    private void keep(JsonRecord one) {
        records.add(new Reading.Kept<>(one));
    }

    private JsonRecord leaf(List<Message> path) {
        return path.getLast().isFromAssistant() ? conversation(path) : new Prompt(path, attributes(path));
    }

    private Conversation conversation(List<Message> path) {
        return new Conversation(path, attributes(path));
    }

    private Attributes attributes(List<Message> path) {
        ExtraFields last = path.getLast().extra();
        String language = last.get(Node.LANGUAGE)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElse(null);
        String id = Node.id(last);
        return new Attributes(id.isEmpty() ? null : id, language, null, tree);
    }

    private static Answer answer(Node node) {
        Message message = node.message();
        String model = message.extra()
                .get(Node.MODEL)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElse(null);
        return new Answer(message.content(), model, message.extra());
    }
}
