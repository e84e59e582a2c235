package dev.lichen.annotation.store;

/** Changes facts as somebody can who owns the database: with the guards switched off. */
final class Tampering {

    private Tampering() {}

    static void run(Database database, String table, String statement) {
        if (database.settings().isH2()) {
            database.jdbc()
                    .sql("drop trigger if exists " + table + "_no_update")
                    .update();
            database.jdbc()
                    .sql("drop trigger if exists " + table + "_no_delete")
                    .update();
        } else {
            database.jdbc()
                    .sql("alter table " + table + " disable trigger user")
                    .update();
        }
        int changed = database.jdbc().sql(statement).update();
        if (changed == 0) {
            throw new IllegalStateException("nothing was tampered with: " + statement);
        }
    }
}
