package dev.lichen.annotation.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The app in a process of its own: {@code ServedApp FOLDER [DATABASE_URL]}, which prints its address. */
final class ServedApp {

    private ServedApp() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        String url = arguments.length > 1 ? arguments[1] : null;
        ServerOptions options =
                new ServerOptions(folder, url, "127.0.0.1", 0, "", false, List.of(), folder.resolve("runs"));
        try (AnnotationServer server = AnnotationServer.start(options, new FewSettings())) {
            System.out.println(server.address());
            System.out.flush();
            server.awaitStop();
        }
    }

    /** Starts one with the memory that the launcher gives the app. */
    static Process start(Path folder, List<String> database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx320m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ServedApp.class.getName(),
                folder.toString()));
        command.addAll(database);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
