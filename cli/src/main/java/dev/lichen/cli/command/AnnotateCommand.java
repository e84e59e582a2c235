package dev.lichen.cli.command;

import dev.lichen.annotation.server.ServerOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Serves the app in which people rank answers, until it is stopped.
 *
 * <p>The libraries of the web server and the database are on the class path of this command only; nothing here names
 * them, so that every other command starts without them.
 */
@Command(
        name = "annotate",
        description = {
            "Serve the app in which people rank answers.",
            "The commands work on its database, whether it is being served or not."
        },
        subcommands = {
            AnnotateVerifyCommand.class,
            AnnotateBackupCommand.class,
            AnnotateRestoreCommand.class,
            AnnotateExportCommand.class,
            AnnotateImportCommand.class,
            AnnotatePasswordCommand.class
        },
        footer = {
            "",
            "Example:",
            "  lichen annotate --demo",
            "  lichen annotate --database 'jdbc:postgresql://HOST/NAME?user=…' --path /lichen",
            "  lichen annotate export helpfulness --to rankings.jsonl"
        })
final class AnnotateCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the embedded database (default: annotations, or annotations/demo with --demo).")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "PostgreSQL instead: jdbc:postgresql://HOST/NAME?user=…")
    private @Nullable String database;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen at (default: ${DEFAULT-VALUE}).")
    private int port = ServerOptions.USUAL_PORT;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen at (default: ${DEFAULT-VALUE}, this machine only).")
    private String host = "127.0.0.1";

    @Option(
            names = "--path",
            paramLabel = "PREFIX",
            description = "Prefix of all addresses behind a proxy, such as /lichen.")
    private String path = "";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "File of key=value for what has no option, such as single sign-on; see the module's README.")
    private @Nullable Path settings;

    @Option(names = "--demo", description = "Fill a project in Chinese and English to try it on.")
    private boolean demo;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Start, look at a page, and stop; the launcher calls it.")
    private boolean rehearse;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return rehearse
                ? AnnotationService.rehearse()
                : AnnotationService.serve(this, spec.commandLine().getOut());
    }

    Path folder() {
        if (data != null) {
            return data;
        }
        return demo ? Path.of("annotations", "demo") : Path.of("annotations");
    }

    @Nullable
    String database() {
        return database;
    }

    int port() {
        return port;
    }

    String host() {
        return host;
    }

    String path() {
        return path;
    }

    @Nullable
    Path settings() {
        return settings;
    }

    boolean demo() {
        return demo;
    }
}
