package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a stage in a process of its own, which sends itself SIGKILL at the end of a step. */
public final class KilledStage {

    /** The exit code that Java reports for a process that SIGKILL ended. */
    private static final int KILLED = 128 + 9;

    private KilledStage() {}

    /** A stage that another process can make by its class name; public, with a public constructor without parameters. */
    public interface Stage {

        /**
         * Runs the stage.
         *
         * @param folder where its data are, or are to be written
         * @param environment where the run goes
         */
        Outcome run(Path folder, StageEnvironment environment) throws IOException;
    }

    /**
     * Runs a stage until it is killed.
     *
     * @param stage what to run
     * @param folder handed to the stage
     * @param run the run's folder
     * @param step at the end of which step the process is killed
     */
    static void run(Class<? extends Stage> stage, Path folder, Path run, int step)
            throws IOException, InterruptedException {
        Path errors = Files.createTempFile(folder, "killed", ".txt");
        Process process = new ProcessBuilder(command(stage.getName(), folder, run, step))
                .redirectErrorStream(true)
                .redirectOutput(errors.toFile())
                .start();
        assertEquals(KILLED, process.waitFor(), () -> said(errors));
    }

    private static List<String> command(String stage, Path folder, Path run, int step) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--enable-native-access"))
                .forEach(command::add);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(KilledStage.class.getName());
        command.addAll(List.of(stage, folder.toString(), run.toString(), Integer.toString(step)));
        return command;
    }

    private static String said(Path errors) {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Runs the stage of this name: class, folder, run folder, step. */
    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        Stage stage = Class.forName(arguments[0])
                .asSubclass(Stage.class)
                .getDeclaredConstructor()
                .newInstance();
        int last = Integer.parseInt(arguments[3]);
        stage.run(
                Path.of(arguments[1]),
                StageEnvironment.quiet(Path.of(arguments[2])).shownBy(killingAfter(last)));
    }

    private static TrainingListener killingAfter(int last) {
        return new TrainingListener() {
            @Override
            public void onStep(Step step) {
                if (step.number() == last) {
                    killMyself();
                }
            }
        };
    }

    private static void killMyself() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-KILL",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(Long.MAX_VALUE); // the signal may come a little later
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("could not kill this process", e);
        }
    }
}
