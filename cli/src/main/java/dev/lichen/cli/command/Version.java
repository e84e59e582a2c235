package dev.lichen.cli.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Says which version of the program runs, and on which Java. */
final class Version implements IVersionProvider {

    /** Returns the program's version, or {@code development} where the classes do not come from its jar. */
    static String ofProgram() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"lichen " + ofProgram() + " (Java " + Runtime.version() + ")"};
    }
}
