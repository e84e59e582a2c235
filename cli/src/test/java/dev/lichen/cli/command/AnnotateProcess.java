package dev.lichen.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code lichen annotate} as a process of its own, whose jobs are processes of {@code lichen} in turn. */
final class AnnotateProcess {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
    private static final long POLL_MILLISECONDS = 50;

    private final Process process;
    private final Path output;

    private AnnotateProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the app in a folder, where its database and its runs lie, and waits until it serves. */
    static AnnotateProcess start(Path folder) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "annotate", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(launcher(folder).toString(), "annotate", "--data", "data", "--port", "0");
        builder.environment().put("LICHEN_LAUNCHER", launcher(folder).toString());
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        AnnotateProcess app = new AnnotateProcess(process, output);
        while (!app.printed().contains("Ctrl-C")) {
            if (process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the app ended early: " + app.printed());
            }
        }
        return app;
    }

    /** Returns the address of a page. */
    String address(String path) throws IOException {
        return addresses().getFirst() + path;
    }

    /** Returns the address that makes the first account. */
    String setup() throws IOException {
        return addresses().getLast();
    }

    /** Ends the process as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks the process to end, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private List<String> addresses() throws IOException {
        Matcher matcher = ADDRESS.matcher(printed());
        return matcher.results().map(found -> found.group()).toList();
    }

    private String printed() throws IOException {
        return Files.readString(output);
    }

    /** Starts this program as the launcher does, on the class path of the tests and with one native thread. */
    private static Path launcher(Path folder) throws IOException {
        Path script = folder.resolve("lichen");
        if (!Files.exists(script)) {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            Files.writeString(script, """
                    #!/bin/sh
                    exec "%s" --enable-native-access=ALL-UNNAMED -Dai.djl.pytorch.num_threads=1 -cp "%s" dev.lichen.cli.Lichen "$@"
                    """.formatted(java, System.getProperty("java.class.path")));
            if (!script.toFile().setExecutable(true)) {
                throw new IOException("cannot make " + script + " executable");
            }
        }
        return script;
    }
}
