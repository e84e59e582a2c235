package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LichenCommandTest {

    @Test
    void everyCommandHasADescriptionAndAnExample() {
        allCommands(LichenCommand.commandLine(() -> {})).forEach(line -> {
            String help = line.getUsageMessage();
            assertTrue(help.matches("(?s).*Examples?:\n  lichen.*"), help);
            assertTrue(line.getCommandSpec().usageMessage().description().length > 0, help);
        });
    }

    @Test
    void everyCommandExplainsItself() {
        allCommands(LichenCommand.commandLine(() -> {})).forEach(line -> {
            String[] words = (line.getCommandSpec().qualifiedName() + " --help").split(" ");
            CommandRun run = CommandRun.of(Stream.of(words).skip(1).toArray(String[]::new));
            assertEquals(0, run.exitCode(), run.errors());
            assertTrue(run.output().startsWith("Usage:"), run.output());
        });
    }

    @Test
    void versionIsPrinted() {
        CommandRun run = CommandRun.of("--version");
        assertEquals(0, run.exitCode());
        assertTrue(run.output().startsWith("lichen "));
    }

    @Test
    void noCommandIsAUsersError() {
        assertTrue(CommandRun.of().isUserError());
    }

    @Test
    void unknownCommandIsAUsersErrorWithASuggestion() {
        CommandRun run = CommandRun.of("docter");
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("doctor"), run.errors());
    }

    @Test
    void unknownOptionIsAUsersError() {
        CommandRun run = CommandRun.of("doctor", "--colour");
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("--colour"), run.errors());
    }

    @Test
    void completionScriptIsPrinted() {
        CommandRun run = CommandRun.of("completion");
        assertEquals(0, run.exitCode());
        assertTrue(run.output().contains("complete -F"), "a bash completion script");
    }

    private static Stream<CommandLine> allCommands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(LichenCommandTest::allCommands));
    }
}
