package dev.lichen.cli;

import dev.lichen.cli.command.LichenCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts the command {@code lichen}. */
public final class Lichen {

    /** What a shell reports of a program that SIGINT ended. */
    private static final int STOPPED_BY_SIGNAL = 130;

    private Lichen() {}

    /**
     * Runs one command and exits: 0 done, 2 the user's error, 1 the program's.
     *
     * @param arguments the words of the command line after {@code lichen}
     */
    public static void main(String[] arguments) {
        PrintWriter output = utf8(FileDescriptor.out);
        PrintWriter errors = utf8(FileDescriptor.err);
        Runnable stopAtOnce = () -> Runtime.getRuntime().halt(STOPPED_BY_SIGNAL);
        System.exit(LichenCommand.execute(output, errors, stopAtOnce, arguments));
    }

    /** Writes UTF-8 whatever the terminal's locale: answers may be Chinese. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
