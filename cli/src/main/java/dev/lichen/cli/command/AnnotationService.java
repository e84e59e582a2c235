package dev.lichen.cli.command;

import dev.lichen.annotation.server.AnnotationServer;
import dev.lichen.annotation.server.ServerOptions;
import dev.lichen.annotation.store.DatabaseSettings;
import dev.lichen.cli.bench.ScratchFolder;
import dev.lichen.cli.jobs.StageForms;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the annotation app for its command; the only class here that knows the web server. */
final class AnnotationService {

    private static final List<String> FIRST_PAGES =
            List.of("health", "login", "setup", "?v-r=init&location=login&query=");

    private AnnotationService() {}

    /** Serves until the process is asked to stop. */
    static int serve(AnnotateCommand command, PrintWriter output) throws InterruptedException {
        ServerOptions options = new ServerOptions(
                command.folder(),
                command.database(),
                command.host(),
                command.port(),
                command.path(),
                command.demo(),
                program(),
                Path.of("runs"),
                command.settings());
        try (AnnotationServer server = AnnotationServer.start(options, new StageForms())) {
            announce(server, options, output);
            server.awaitStop();
        }
        return 0;
    }

    /** Starts the app on an empty database, asks for the first pages, and stops: what is loaded by then is cached. */
    static int rehearse() {
        return ScratchFolder.with(folder -> {
            try (AnnotationServer server = AnnotationServer.start(
                            ServerOptions.local(folder, 0).withDemo());
                    HttpClient browser = HttpClient.newHttpClient()) {
                FIRST_PAGES.forEach(page -> {
                    URI address = server.address().resolve(page);
                    browser.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .join();
                });
                return 0;
            }
        });
    }

    /** Jobs are started as the user starts them, by the launcher, which says where it is. */
    private static List<String> program() {
        String launcher = System.getenv("LICHEN_LAUNCHER");
        return launcher == null ? List.of() : List.of(launcher);
    }

    private static void announce(AnnotationServer server, ServerOptions options, PrintWriter output) {
        output.println("Lichen annotation   " + server.address());
        output.println("Data                "
                + options.database()
                        .map(url -> DatabaseSettings.server(url).place())
                        .orElse(options.folder().toAbsolutePath().toString()));
        Optional<URI> setup = server.setupAddress();
        setup.ifPresent(address -> {
            output.println();
            output.println("Nobody has an account yet. Make the first one here; the address works once:");
            output.println("  " + address);
        });
        output.println();
        output.println("Stop with Ctrl-C.");
        output.flush();
    }
}
