package dev.lichen.cli.command;

import dev.lichen.cli.stage.Versions;
import picocli.CommandLine.IVersionProvider;

/** Says which version of the program runs, and on which Java. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"lichen " + Versions.ofProgram() + " (Java " + Runtime.version() + ")"};
    }
}
