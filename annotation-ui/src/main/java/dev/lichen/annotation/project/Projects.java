package dev.lichen.annotation.project;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Sha256;
import dev.lichen.annotation.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;

/** Makes and finds projects and the versions of their guidelines and schemas. */
public final class Projects {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final Identifiers identifiers;

    public Projects(Database database, Ledger ledger, Access access, Identifiers identifiers) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.identifiers = identifiers;
    }

    /**
     * Makes a project with the first version of its guideline and schema.
     *
     * @param actor an administrator of the installation
     * @param slug lower-case letters, digits and hyphens, at most 64; in use once
     */
    public Project create(UUID actor, String slug, String name, ProjectSettings settings) {
        access.require(actor, Access.EVERYWHERE, Role.ADMIN);
        if (!SLUG.matcher(slug).matches()) {
            throw new ProjectException(ProjectRefusal.BAD_SLUG, slug);
        }
        return database.transaction(() -> {
            Project project = new Project(identifiers.next(), slug, name.strip(), settings, false);
            insert(project);
            ledger.append(actor, EventKind.PROJECT_CREATED, "project/" + project.id(), settings);
            publishGuideline(actor, project.id(), "");
            publishSchema(actor, project.id(), AnswerSchema.rankingOnly());
            return project;
        });
    }

    /** Returns the project of a slug, if there is one. */
    public Optional<Project> find(String slug) {
        return database.jdbc()
                .sql("select * from project where slug = ?")
                .param(slug)
                .query((row, n) -> read(row))
                .optional();
    }

    /**
     * Returns the project of a slug.
     *
     * @throws ProjectException if there is none
     */
    public Project named(String slug) {
        return find(slug).orElseThrow(() -> new ProjectException(ProjectRefusal.NO_PROJECT, slug));
    }

    /** Returns the names of all projects in addresses. */
    public List<String> slugs() {
        return database.jdbc()
                .sql("select slug from project order by slug")
                .query((row, n) -> row.getString("slug"))
                .list();
    }

    /** Returns a project that must be there. */
    public Project get(UUID id) {
        return database.jdbc()
                .sql("select * from project where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new ProjectException(ProjectRefusal.NO_PROJECT, id));
    }

    /** Returns the projects in which a person has a role, by name. */
    public List<Project> list(UUID user) {
        return database.jdbc()
                .sql(
                        "select * from project where exists (select 1 from role_grant join app_user u on u.id = user_id"
                                + " where user_id = :user and u.status = 'ACTIVE' and scope in (project.id, :everywhere)) order by archived, name")
                .param("user", user)
                .param("everywhere", Access.EVERYWHERE)
                .query((row, n) -> read(row))
                .list();
    }

    /** Changes how items are handed out; a new overlap target holds for items imported later. */
    public void change(UUID actor, UUID project, String name, ProjectSettings settings, boolean archived) {
        access.require(actor, project, Role.ADMIN);
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("update project set name = ?, settings = ?, archived = ? where id = ?")
                    .params(name.strip(), CanonicalJson.write(settings), archived, project)
                    .update();
            ledger.append(actor, EventKind.PROJECT_CHANGED, "project/" + project, settings);
        });
    }

    /** Publishes a new version of the guideline, which holds from now on. */
    public Guideline publishGuideline(UUID actor, UUID project, String markdown) {
        access.require(actor, project, Role.ADMIN);
        publish(actor, "guideline_version", EventKind.GUIDELINE_PUBLISHED, project, markdown);
        return guideline(project);
    }

    /**
     * Publishes a new version of the schema, which holds from now on; what people have open keeps its own.
     *
     * @throws ProjectException if a code, a name or a scale is none that pages can show
     */
    public SchemaVersion publishSchema(UUID actor, UUID project, AnswerSchema schema) {
        access.require(actor, project, Role.ADMIN);
        SchemaRules.check(schema);
        publish(actor, "schema_version", EventKind.SCHEMA_PUBLISHED, project, CanonicalJson.write(schema));
        return schema(project);
    }

    /** Returns the guideline that holds now. */
    public Guideline guideline(UUID project) {
        return guidelines(project).getFirst();
    }

    /** Returns every version of the guideline, newest first. */
    public List<Guideline> guidelines(UUID project) {
        return database.jdbc()
                .sql("select * from guideline_version where project_id = ? order by version desc")
                .param(project)
                .query((row, n) -> new Guideline(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getString("content"),
                        row.getString("content_sha256"),
                        Timestamps.read(row, "published_at")))
                .list();
    }

    /** Returns the schema that holds now. */
    public SchemaVersion schema(UUID project) {
        return schemas(project).getFirst();
    }

    /** Returns every version of the schema, newest first. */
    public List<SchemaVersion> schemas(UUID project) {
        return database.jdbc()
                .sql("select * from schema_version where project_id = ? order by version desc")
                .param(project)
                .query((row, n) -> new SchemaVersion(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        CanonicalJson.read(row.getString("content"), AnswerSchema.class),
                        Timestamps.read(row, "published_at")))
                .list();
    }

    private void publish(UUID actor, String table, EventKind kind, UUID project, String content) {
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("select id from project where id = ? for update")
                    .param(project)
                    .query(UUID.class)
                    .single();
            int version = database.jdbc()
                    .sql("select coalesce(max(version), 0) + 1 from " + table + " where project_id = ?")
                    .param(project)
                    .query(Integer.class)
                    .single();
            String hash = Sha256.of(content);
            database.jdbc()
                    .sql(
                            "insert into " + table
                                    + " (id, project_id, version, content, content_sha256, published_at) values (?, ?, ?, ?, ?, ?)")
                    .params(identifiers.next(), project, version, content, hash, Timestamps.column(ledger.now()))
                    .update();
            ledger.append(actor, kind, "project/" + project, Map.of("version", version, "sha256", hash));
        });
    }

    private void insert(Project project) {
        try {
            database.jdbc()
                    .sql("insert into project (id, slug, name, settings, archived, created_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            project.id(),
                            project.slug(),
                            project.name(),
                            CanonicalJson.write(project.settings()),
                            false,
                            Timestamps.column(ledger.now()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ProjectException(ProjectRefusal.SLUG_TAKEN, project.slug());
        }
    }

    private static Project read(ResultSet row) throws SQLException {
        return new Project(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                CanonicalJson.read(row.getString("settings"), ProjectSettings.class),
                row.getBoolean("archived"));
    }
}
