package dev.lichen.annotation.server;

import dev.lichen.annotation.store.DatabaseException;
import dev.lichen.annotation.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;

/** Finds the database that the options name, and makes its folder. */
final class DatabaseFolder {

    private DatabaseFolder() {}

    static DatabaseSettings settings(ServerOptions options) {
        if (options.database().isPresent()) {
            return DatabaseSettings.server(options.database().get());
        }
        try {
            Files.createDirectories(options.folder());
        } catch (IOException e) {
            throw new DatabaseException("Cannot make the folder " + options.folder() + " for the database", e);
        }
        return DatabaseSettings.embedded(options.folder());
    }
}
