package dev.lichen.datasets.formats.oasst;

import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Prompted;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;
import java.util.Optional;

/** Tells which tree a record belongs to, and gathers the records of one tree. */
final class Trees {

    static final String TREE = "message_tree_id";
    static final String SYSTEM_LOST = "messages of the system, for which Open Assistant has no role";
    static final String TOOLS = "it has messages of tools, for which Open Assistant has no role";
    static final String JUDGES_LOST = "who judged";
    static final String ORIGIN_LOST = "id and source of the record";
    static final String FIELDS_MOVED = "fields of the record, which become those of its first message";

    private Trees() {}

    /** Returns the id of a record's tree; empty if it has none. */
    static String of(JsonRecord one) {
        ExtraFields tree = attributes(one).extra();
        return tree.get(TREE)
                .or(() -> messages(one).getFirst().extra().get(TREE))
                .map(id -> id.asText())
                .orElse("");
    }

    /** Answers of a tree are ranked or not; that all are bad, it cannot say. */
    static Optional<String> refusal(JsonRecord one) {
        return one instanceof Ranking ranking && ranking.isAllBad() ? Optional.of(Shapes.ALL_BAD) : Optional.empty();
    }

    /** Puts the records of a tree together. */
    static Writing<TreeWriter> gather(List<JsonRecord> records) {
        TreeWriter writer = new TreeWriter();
        boolean system = false;
        for (JsonRecord one : records) {
            List<Message> messages = messages(one);
            if (messages.stream().anyMatch(message -> message.role() == Role.TOOL)) {
                return new Writing.Unwritable<>(TOOLS);
            }
            system |= messages.stream().anyMatch(message -> message.role() == Role.SYSTEM);
            writer.add(one);
        }
        Writing<TreeWriter> written = system ? Writing.losing(writer, SYSTEM_LOST) : Writing.of(writer);
        return written.then(same -> new Writing.Written<>(same, same.losses()));
    }

    private static List<Message> messages(JsonRecord one) {
        return switch (one) {
            case Conversation conversation -> conversation.messages();
            case Prompted prompted -> prompted.prompt();
            default -> throw new IllegalArgumentException("no messages in a " + one.getClass());
        };
    }

    private static Attributes attributes(JsonRecord one) {
        return switch (one) {
            case Conversation conversation -> conversation.attributes();
            case Ranking ranking -> ranking.attributes();
            case Prompt prompt -> prompt.attributes();
            default -> Attributes.none();
        };
    }
}
