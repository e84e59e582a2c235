package dev.lichen.annotation.exchange;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.split.Parts;
import dev.lichen.datasets.split.PromptKey;
import dev.lichen.datasets.split.Splitter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the prompts of a project's items, each once: most to train a policy on, the others to look at it with. */
public final class ProjectPrompts {

    private static final double HELD_OUT = 0.1;
    private static final int LEAST = 2;
    private static final String SALT = "ppo";

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final ItemReader items;

    /** Creates the writer. */
    public ProjectPrompts(Database database, Ledger ledger, Access access) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.items = new ItemReader(database);
    }

    /**
     * Writes both files; that they were written is an event of the ledger. A prompt is always in the same one.
     *
     * @param training nine tenths of the prompts, by a hash
     * @param heldOut the others, and at least two where there are four prompts
     */
    public void write(UUID actor, UUID project, Path training, Path heldOut) {
        access.require(actor, project, Role.ADMIN, Role.AUDITOR);
        List<Prompt> all = prompts(project);
        Parts<Prompt> parts = Splitter.test(HELD_OUT, SALT).split(all);
        int least = Math.min(LEAST, all.size() / 2);
        boolean tooFew = parts.test().size() < least;
        DataFiles.write(training, tooFew ? all.subList(least, all.size()) : parts.train());
        DataFiles.write(heldOut, tooFew ? all.subList(0, least) : parts.test());
        note(actor, project, all.size(), training);
    }

    /** Writes all of them into one file; that it was written is an event of the ledger. */
    public void write(UUID actor, UUID project, Path file) {
        access.require(actor, project, Role.ADMIN, Role.AUDITOR);
        List<Prompt> all = prompts(project);
        DataFiles.write(file, all);
        note(actor, project, all.size(), file);
    }

    private void note(UUID actor, UUID project, int records, Path file) {
        ledger.append(
                actor,
                EventKind.EXPORTED,
                "project/" + project,
                Map.of("kind", "PROMPTS", "records", records, "sha256", HashedFile.sha256(file)));
    }

    private List<Prompt> prompts(UUID project) {
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        database
                .jdbc()
                .sql("select id from item where project_id = ? order by number")
                .param(project)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list()
                .stream()
                .map(items::get)
                .forEach(item ->
                        prompts.putIfAbsent(PromptKey.of(item.prompt()), new Prompt(item.prompt(), item.attributes())));
        return List.copyOf(prompts.values());
    }
}
