package dev.lichen.annotation.project;

import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Sha256;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.language.LanguageIdentifier;
import dev.lichen.datasets.split.PromptKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts new items into a project, in the transaction that is open: all or none. */
public final class ItemWriter {

    private static final String INSERT_ITEM =
            "insert into item (id, project_id, import_id, number, content_sha256, prompt, prompt_key, attributes,"
                    + " language, answers, priority, overlap_target, open_slots, presented, state, hold_reason)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)";
    private static final String INSERT_ANSWER =
            "insert into item_answer (item_id, slot, content, content_sha256, shown_as, generator, extra)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final Identifiers identifiers;

    public ItemWriter(Database database, Identifiers identifiers) {
        this.database = database;
        this.identifiers = identifiers;
    }

    /** Adds items after those that are there; an item that the project has already is counted and left out. */
    public AddedItems add(Project project, @Nullable UUID importBatch, List<NewItem> items) {
        return database.transaction(() -> {
            Batch batch = new Batch(project, importBatch, lockedLastNumber(project), known(project));
            items.forEach(batch::add);
            JdbcTemplate template = new JdbcTemplate(database.dataSource());
            template.batchUpdate(INSERT_ITEM, batch.items);
            template.batchUpdate(INSERT_ANSWER, batch.answers);
            return new AddedItems(batch.items.size(), batch.duplicates, batch.held, batch.identical, batch.toWrite);
        });
    }

    /** The project's row is locked, so that two imports number their items one after the other. */
    private long lockedLastNumber(Project project) {
        database.jdbc()
                .sql("select id from project where id = ? for update")
                .param(project.id())
                .query(UUID.class)
                .single();
        return database.jdbc()
                .sql("select coalesce(max(number), 0) from item where project_id = ?")
                .param(project.id())
                .query(Long.class)
                .single();
    }

    private Set<String> known(Project project) {
        return new HashSet<>(database.jdbc()
                .sql("select content_sha256 from item where project_id = ?")
                .param(project.id())
                .query(String.class)
                .list());
    }

    /** The rows of one call. */
    private final class Batch {
        private final Project project;
        private final @Nullable UUID importBatch;
        private final Set<String> known;
        private final List<Object[]> items = new ArrayList<>();
        private final List<Object[]> answers = new ArrayList<>();
        private long number;
        private int duplicates;
        private int held;
        private int identical;
        private int toWrite;

        Batch(Project project, @Nullable UUID importBatch, long lastNumber, Set<String> known) {
            this.project = project;
            this.importBatch = importBatch;
            this.number = lastNumber;
            this.known = known;
        }

        void add(NewItem item) {
            String hash = item.contentSha256();
            if (!known.add(hash)) {
                duplicates++;
                return;
            }
            UUID id = identifiers.next();
            addItem(id, item, hash);
            for (int slot = 0; slot < item.answers().size(); slot++) {
                addAnswer(id, item, slot);
            }
        }

        private void addItem(UUID id, NewItem item, String hash) {
            Optional<String> leak = IdentityScan.find(item.answers());
            boolean oneAnswer = item.distinctAnswers() == 1;
            String state = oneAnswer ? "IDENTICAL" : leak.isPresent() ? "HELD" : "OPEN";
            identical += oneAnswer ? 1 : 0;
            toWrite += item.isToWrite() ? 1 : 0;
            held += state.equals("HELD") ? 1 : 0;
            int overlap = project.settings().overlapTarget();
            items.add(new Object[] {
                id,
                project.id(),
                importBatch,
                ++number,
                hash,
                CanonicalJson.write(item.promptJson()),
                PromptKey.of(item.prompt()),
                CanonicalJson.write(attributesJson(item)),
                language(item),
                item.answers().size(),
                item.priority(),
                overlap,
                overlap,
                state,
                state.equals("HELD")
                        ? leak.map(word -> "An answer says \"" + word + "\"").orElse("")
                        : null
            });
        }

        private void addAnswer(UUID id, NewItem item, int slot) {
            Answer answer = item.answers().get(slot);
            var extra = CanonicalJson.object();
            answer.extra().addTo(extra);
            answers.add(new Object[] {
                id,
                slot,
                answer.content(),
                Sha256.of(answer.content()),
                item.shownAs(slot),
                answer.generator(),
                CanonicalJson.write(extra)
            });
        }

        /**
         * Returns the language that people are matched by: {@code zh} of {@code zh-Hant}. Of an item that names none, the one
         * that its script gives away; a guess from words could keep it from those who read it.
         */
        private @Nullable String language(NewItem item) {
            String tag = item.attributes().language();
            return tag == null
                    ? LanguageIdentifier.byScript(item.text()).orElse(null)
                    : tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        }

        /** A prompt's JSON without its messages is its attributes. */
        private Object attributesJson(NewItem item) {
            return new Prompt(item.prompt(), item.attributes()).toJson().without(List.of("prompt"));
        }
    }
}
