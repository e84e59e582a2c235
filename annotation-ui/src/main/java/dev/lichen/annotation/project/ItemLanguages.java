package dev.lichen.annotation.project;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.Database;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Knows the languages of items, and which of them nobody judges. */
public final class ItemLanguages {

    private final Database database;
    private final Access access;

    /** Creates the service. */
    public ItemLanguages(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** Returns the languages of all items of all projects, as two-letter codes in order. */
    public List<String> all() {
        return database.jdbc()
                .sql("select distinct language from item where language is not null order by language")
                .query((row, n) -> row.getString("language"))
                .list();
    }

    /**
     * Counts the open items that no annotator of a project is given, since none of them judges their language.
     *
     * @return items by language; empty if all are given to somebody
     */
    public SortedMap<String, Long> unserved(UUID actor, UUID project) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        List<String> judged = database.jdbc()
                .sql("select distinct u.languages from app_user u join role_grant r on r.user_id = u.id"
                        + " where u.status = 'ACTIVE' and r.role in ('ANNOTATOR', 'OWNER')"
                        + " and r.scope in (?, ?)")
                .params(project, Access.EVERYWHERE)
                .query((row, n) -> row.getString("languages"))
                .list();
        if (judged.contains("")) {
            return new TreeMap<>();
        }
        Set<String> known = new HashSet<>();
        judged.forEach(languages -> known.addAll(Arrays.asList(languages.split(","))));
        SortedMap<String, Long> open = open(project);
        open.keySet().removeAll(known);
        return open;
    }

    private SortedMap<String, Long> open(UUID project) {
        SortedMap<String, Long> open = new TreeMap<>();
        database.jdbc()
                .sql("select language, count(*) as n from item where project_id = ? and state = 'OPEN'"
                        + " and language is not null group by language")
                .param(project)
                .query(row -> {
                    open.put(row.getString("language"), row.getLong("n"));
                });
        return open;
    }
}
