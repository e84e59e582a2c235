package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class AnnotateCommandTest {

    @Test
    void theDatabaseIsInAFolderOfItsOwn() {
        assertEquals(Path.of("annotations"), parsed().folder());
    }

    @Test
    void theDemonstrationDoesNotMixWithRealWork() {
        assertEquals(Path.of("annotations", "demo"), parsed("--demo").folder());
        assertEquals(Path.of("mine"), parsed("--demo", "--data", "mine").folder());
    }

    @Test
    void itServesThisMachineOnlyUnlessToldOtherwise() {
        assertEquals("127.0.0.1", parsed().host());
        assertEquals("0.0.0.0", parsed("--host", "0.0.0.0").host());
    }

    @Test
    void itsHelpHasAnExample() {
        String help = new CommandLine(new AnnotateCommand()).getUsageMessage();
        assertTrue(help.contains("lichen annotate --demo"), help);
    }

    private static AnnotateCommand parsed(String... arguments) {
        AnnotateCommand command = new AnnotateCommand();
        new CommandLine(command).parseArgs(arguments);
        return command;
    }
}
