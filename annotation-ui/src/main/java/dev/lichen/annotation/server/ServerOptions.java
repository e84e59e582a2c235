package dev.lichen.annotation.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user decides.
 *
 * @param folder where the embedded database is kept
 * @param databaseUrl a JDBC URL to use instead, with user and password in it; null for the embedded database
 * @param host the address to listen at; 127.0.0.1 serves this machine only
 * @param port the port to listen at; 0 for any free one
 * @param contextPath the prefix of all addresses behind a proxy, such as {@code /lichen}; empty for none
 * @param demo whether the first administrator finds a project with items to rank
 * @param program the words that start {@code lichen}, for jobs; empty if jobs cannot be started
 * @param runs where run folders lie
 * @param settings a file of settings that have no option, such as those of single sign-on; null for none
 */
public record ServerOptions(
        Path folder,
        @Nullable String databaseUrl,
        String host,
        int port,
        String contextPath,
        boolean demo,
        List<String> program,
        Path runs,
        @Nullable Path settings) {

    public ServerOptions {
        program = List.copyOf(program);
    }

    /** Creates options without a file of settings. */
    public ServerOptions(
            Path folder,
            @Nullable String databaseUrl,
            String host,
            int port,
            String contextPath,
            boolean demo,
            List<String> program,
            Path runs) {
        this(folder, databaseUrl, host, port, contextPath, demo, program, runs, null);
    }

    /** The port unless another is asked for. */
    public static final int USUAL_PORT = 8422;

    /** Returns a server for this machine over the database in a folder. */
    public static ServerOptions local(Path folder, int port) {
        return new ServerOptions(folder, null, "127.0.0.1", port, "", false, List.of(), folder.resolve("runs"), null);
    }

    /** Returns the same with a demonstration project. */
    public ServerOptions withDemo() {
        return new ServerOptions(folder, databaseUrl, host, port, contextPath, true, program, runs, settings);
    }

    /** Returns the same with jobs, which a program runs in a folder of runs. */
    public ServerOptions withJobs(List<String> words, Path folderOfRuns) {
        return new ServerOptions(folder, databaseUrl, host, port, contextPath, demo, words, folderOfRuns, settings);
    }

    /** Returns the same with a file of settings. */
    public ServerOptions withSettings(Path file) {
        return new ServerOptions(folder, databaseUrl, host, port, contextPath, demo, program, runs, file);
    }

    /** Returns the database to use instead of the embedded one, if any. */
    public Optional<String> database() {
        return Optional.ofNullable(databaseUrl);
    }
}
