package dev.lichen.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Runs {@code lichen} as a process of its own, which tests can interrupt and kill. */
final class ChildProcess {

    private static final long POLL_MILLISECONDS = 5;

    private final Process process;
    private final Path errors;

    private ChildProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    static ChildProcess start(Path folder, List<String> arguments) throws IOException {
        return start(folder, List.of(), arguments);
    }

    /** Starts a process that can write no file larger than so many blocks of 512 bytes: a disk that gets full. */
    static ChildProcess startOnFullDisk(Path folder, int blocks, List<String> arguments) throws IOException {
        return start(folder, List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh"), arguments);
    }

    private static ChildProcess start(Path folder, List<String> prefix, List<String> arguments) throws IOException {
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dai.djl.pytorch.num_threads=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lichen.cli.Lichen"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ChildProcess(process, errors);
    }

    /** Waits until the condition holds, and fails if the process ends before. */
    void await(BooleanSupplier condition) throws InterruptedException, IOException {
        while (!condition.getAsBoolean()) {
            if (process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (condition.getAsBoolean()) {
                    return;
                }
                throw new AssertionError("the process ended early with " + process.exitValue() + ": " + errors());
            }
        }
    }

    /** Interrupts as Ctrl-C does, or by SIGTERM where this process, and so its children, ignores SIGINT. */
    void interrupt() throws IOException, InterruptedException {
        signal(ignoresInterrupts() ? "TERM" : "INT");
    }

    /** Whether a shell started this process in the background, where SIGINT is ignored: bit 1 of the mask. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring("SigIgn:".length()).strip())
                        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 2) != 0);
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    String errors() throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8);
    }
}
