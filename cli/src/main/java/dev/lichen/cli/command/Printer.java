package dev.lichen.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.InternalException;
import dev.lichen.annotation.errand.ErrandResult;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a command's result: text for people, or JSON with {@code --json}. */
final class Printer {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** Prints one of two forms of the same result. */
    void print(Object asJson, String asText) {
        output().println(json ? toJson(asJson) : asText);
        output().flush();
    }

    /** Prints what was done on the annotation app's database. */
    void print(ErrandResult result) {
        print(result.values(), String.join("\n", result.lines()));
    }

    /** Returns whether the user asked for JSON, and so wants no other text on standard output. */
    boolean isJson() {
        return json;
    }

    PrintWriter output() {
        return command.commandLine().getOut();
    }

    PrintWriter errors() {
        return command.commandLine().getErr();
    }

    private static String toJson(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new InternalException("Cannot print " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }
}
