package dev.lichen.cli.command;

import dev.lichen.LichenException;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns every failure of a command into one line and an exit code.
 *
 * <p>What a {@link LichenException} says is meant for the user; any other exception is a fault of the program.
 */
final class ErrorLines implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final BooleanSupplier stacktrace;

    ErrorLines(BooleanSupplier stacktrace) {
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof ParameterException parameter) {
            return handleParseException(parameter, new String[0]);
        }
        PrintWriter errors = command.getErr();
        errors.println("lichen: " + line(failure));
        if (stacktrace.getAsBoolean()) {
            failure.printStackTrace(errors);
        }
        errors.flush();
        return failure instanceof LichenException known ? known.exitCode() : LichenException.INTERNAL_ERROR;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String suggestion = failure instanceof UnmatchedArgumentException unmatched
                ? String.join(" or ", unmatched.getSuggestions())
                : "";
        String meant = suggestion.isEmpty() ? "" : "; did you mean " + suggestion + "?";
        command.getErr()
                .println("lichen: %s%s (%s --help explains)"
                        .formatted(
                                oneLine(failure.getMessage()),
                                meant,
                                command.getCommandSpec().qualifiedName()));
        command.getErr().flush();
        return LichenException.USER_ERROR;
    }

    private String line(Exception failure) {
        if (failure instanceof LichenException) {
            return oneLine(failure.getMessage());
        }
        String how = stacktrace.getAsBoolean() ? "" : "; --stacktrace shows where";
        return "internal error: %s: %s%s"
                .formatted(failure.getClass().getSimpleName(), oneLine(failure.getMessage()), how);
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "no message" : message.strip().replaceAll("\\s*\\R\\s*", " | ");
    }
}
