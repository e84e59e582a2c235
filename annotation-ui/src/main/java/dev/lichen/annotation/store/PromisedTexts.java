package dev.lichen.annotation.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares texts that stand beside the ledger with the hashes that its events promise: imports, guidelines, schemas. */
final class PromisedTexts {

    private final Database database;
    private final ImportedTexts imported;

    PromisedTexts(Database database) {
        this.database = database;
        this.imported = new ImportedTexts(database);
    }

    /** Returns what does not hold of the texts that an event brought in; null if all does, or if it brought in none. */
    @Nullable
    String faultOf(LedgerEvent event) {
        JsonNode payload = CanonicalJson.tree(event.payload());
        return switch (event.kind()) {
            case GUIDELINE_PUBLISHED -> faultOfVersion(event, payload, "guideline");
            case SCHEMA_PUBLISHED -> faultOfVersion(event, payload, "schema");
            case IMPORTED -> faultOfImport(event, payload);
            default -> null;
        };
    }

    private @Nullable String faultOfVersion(LedgerEvent event, JsonNode payload, String what) {
        Optional<String> content = database.jdbc()
                .sql("select content from " + what + "_version where project_id = ? and version = ?")
                .params(project(event), payload.path("version").asInt())
                .query(String.class)
                .optional();
        boolean holds = content.map(Sha256::of)
                .filter(payload.path("sha256").asText()::equals)
                .isPresent();
        return holds
                ? null
                : "Version " + payload.path("version") + " of the " + what + " was changed: event " + event.seq()
                        + " has another hash of it";
    }

    /** Events of before texts were hashed do not name their import. */
    private @Nullable String faultOfImport(LedgerEvent event, JsonNode payload) {
        String promised = payload.path("texts_sha256").asText("");
        if (promised.isEmpty()) {
            return null;
        }
        UUID batch = UUID.fromString(payload.path("import").asText());
        return imported.sha256(batch).equals(promised)
                ? null
                : "Items of the import of event " + event.seq() + " were changed: its hash does not fit";
    }

    private static UUID project(LedgerEvent event) {
        return UUID.fromString(event.subject().substring("project/".length()));
    }
}
