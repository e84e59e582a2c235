package dev.lichen.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs one command line inside the test's process and keeps what it printed. */
record CommandRun(int exitCode, String output, String errors) {

    static CommandRun of(String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        int exitCode = LichenCommand.execute(new PrintWriter(output), new PrintWriter(errors), () -> {}, arguments);
        return new CommandRun(exitCode, output.toString(), errors.toString());
    }

    /** Returns whether the command failed as a user's error should: exit code 2 and one line. */
    boolean isUserError() {
        return exitCode == 2 && errors.lines().count() == 1 && errors.startsWith("lichen: ");
    }
}
