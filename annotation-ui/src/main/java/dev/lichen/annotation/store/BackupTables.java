package dev.lichen.annotation.store;

import java.util.List;

/** Lists the tables in an order in which each refers to earlier ones only, and the order of rows within one. */
final class BackupTables {

    /** A table, the columns by which its rows are ordered, and the version of the schema that brought it. */
    record Table(String name, String order, int since) {

        Table(String name, String order) {
            this(name, order, 0);
        }
    }

    static final List<Table> ALL = List.of(
            new Table("app_user", "id"),
            new Table("role_grant", "user_id, scope, role"),
            new Table("invitation", "id"),
            new Table("person_key", "user_id"),
            new Table("login_failure", "login"),
            new Table("setup_code", "id"),
            new Table("project", "id"),
            new Table("guideline_version", "project_id, version"),
            new Table("schema_version", "project_id, version"),
            new Table("import_batch", "id"),
            new Table("item", "project_id, number"),
            new Table("item_answer", "item_id, slot"),
            new Table("gold_key", "item_id"),
            new Table("assignment", "id"),
            new Table("presentation", "assignment_id"),
            new Table("draft", "assignment_id"),
            new Table("ledger_event", "seq"),
            new Table("ledger_head", "id"),
            new Table("judgement", "ledger_seq"),
            new Table("review", "id"),
            new Table("inquiry", "id", 9),
            new Table("export_snapshot", "id"),
            new Table("job", "id", 3),
            new Table("api_token", "id", 5),
            new Table("idempotent_answer", "token_id, idempotency_key", 5),
            new Table("webhook", "id", 6),
            new Table("webhook_delivery", "id", 6),
            new Table("webhook_cursor", "id", 6),
            new Table("external_identity", "issuer, subject", 7),
            new Table("own_goal", "user_id", 14),
            new Table("run_name", "name", 18),
            new Table("session_epoch", "user_id", 18),
            new Table("password_link", "token_sha256", 21));

    /** These hold a row from the beginning, which a restored one replaces. */
    static final List<String> NEVER_EMPTY = List.of("setup_code", "ledger_head", "webhook_cursor");

    private BackupTables() {}
}
