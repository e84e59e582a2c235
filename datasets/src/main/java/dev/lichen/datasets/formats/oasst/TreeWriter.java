package dev.lichen.datasets.formats.oasst;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Puts the records of one tree together again; messages without an id get one that follows from their texts. */
final class TreeWriter {

    private final Map<String, ObjectNode> nodes = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final List<String> roots = new ArrayList<>();
    private final Map<String, String> madeIn = new LinkedHashMap<>();
    private final Set<String> losses = new LinkedHashSet<>();
    private Attributes attributes = Attributes.none();

    /** Adds the messages of a record that are not there yet. */
    void add(JsonRecord one) {
        switch (one) {
            case Ranking ranking -> addRanking(ranking);
            case Conversation conversation -> addPath(conversation.messages(), conversation.attributes());
            case Demonstration demonstration -> addPath(demonstration.messages(), demonstration.attributes());
            case Prompt prompt -> addPath(prompt.prompt(), prompt.attributes());
            case Rating rating -> {
                losses.add(Shapes.RATING_LOST);
                addPath(Messages.with(rating.prompt(), Message.assistant(rating.answer())), rating.attributes());
            }
            default -> throw new IllegalArgumentException("no messages in a " + one.getClass());
        }
    }

    /** Returns the roots with all replies inside; more than one if records of several trees came together. */
    List<ObjectNode> roots() {
        nodes.forEach((id, node) -> {
            String parent = parents.getOrDefault(id, "");
            ObjectNode above = nodes.get(parent);
            if (above != null) {
                Node.replies(above).add(node);
            }
        });
        return roots.stream().map(id -> nodes.getOrDefault(id, empty())).toList();
    }

    /**
     * Returns the messages, each after the one that it replies to, in the order of the records; those that had no id say
     * which tree they are of, and the first of them has the fields of the tree, for which there is no other place.
     */
    List<ObjectNode> messages() {
        madeIn.forEach((id, root) -> {
            ObjectNode node = nodes.getOrDefault(id, empty());
            if (!node.has(Trees.TREE)) {
                node.put(Trees.TREE, root);
            }
            if (id.equals(root)) {
                attributes.extra().without(Trees.TREE).addTo(node);
            }
        });
        return List.copyOf(nodes.values());
    }

    /** Returns the fields of the tree itself. */
    Attributes attributes() {
        return attributes;
    }

    /** Returns what a tree has no place for. */
    List<String> losses() {
        return List.copyOf(losses);
    }

    private void addRanking(Ranking ranking) {
        String parent = addPath(ranking.prompt(), ranking.attributes());
        Judgement judgement = ranking.judgement();
        if (!judgement.equals(Judgement.unknown().withAnnotator(judgement.annotator()))) {
            losses.add(ForeignFields.JUDGEMENT_LOST);
        } else if (judgement.annotator() != null) {
            losses.add(Trees.JUDGES_LOST);
        }
        for (int i = 0; i < ranking.answers().size(); i++) {
            Answer answer = ranking.answers().get(i);
            ExtraFields extra = withWriter(answer);
            if (!extra.has(Node.RANK) && ranking.tiers().of(i).isPresent()) {
                extra = extra.with(Node.RANK, number(ranking.tiers().of(i).getAsInt() - 1));
            }
            addMessage(new Message(Role.ASSISTANT, answer.content(), extra), parent);
        }
    }

    private String addPath(List<Message> messages, Attributes recordAttributes) {
        if (nodes.isEmpty()) {
            attributes = recordAttributes;
        }
        Message last = messages.getLast();
        String id = recordAttributes.id();
        if (recordAttributes.source() != null || (id != null && !id.equals(Node.id(last.extra())))) {
            losses.add(Trees.ORIGIN_LOST);
        }
        String parent = "";
        for (Message message : Messages.with(Messages.beforeLast(messages), inLanguage(last, recordAttributes))) {
            if (message.role() == Role.USER || message.role() == Role.ASSISTANT) {
                parent = addMessage(message, parent);
            }
        }
        return parent;
    }

    private static Message inLanguage(Message message, Attributes attributes) {
        String language = attributes.language();
        return language == null || message.extra().has(Node.LANGUAGE)
                ? message
                : new Message(
                        message.role(),
                        message.content(),
                        message.extra().with(Node.LANGUAGE, JsonNodeFactory.instance.textNode(language)));
    }

    private static ExtraFields withWriter(Answer answer) {
        String generator = answer.generator();
        return generator == null || answer.extra().has(Node.MODEL)
                ? answer.extra()
                : answer.extra().with(Node.MODEL, JsonNodeFactory.instance.textNode(generator));
    }

    private String addMessage(Message message, String parent) {
        String own = Node.id(message.extra());
        String id = own.isEmpty() ? idOf(parent, message) : own;
        if (!nodes.containsKey(id)) {
            nodes.put(id, Node.identified(Node.toJson(message), id, parent));
            parents.put(id, parent);
            if (parent.isEmpty()) {
                roots.add(id);
            }
            if (own.isEmpty()) {
                madeIn.put(id, parent.isEmpty() ? id : madeIn.getOrDefault(parent, parent));
            }
        }
        return id;
    }

    private static String idOf(String parent, Message message) {
        String content = parent + "\n" + message.role() + "\n" + message.content();
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static JsonNode number(int value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
