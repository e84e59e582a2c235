package dev.lichen.cli.command;

import dev.lichen.annotation.errand.Errand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a link by which somebody who forgot their password sets another one. */
@Command(
        name = "password",
        description = {
            "Make a link by which somebody who forgot their password sets another one.",
            "It is good once, for a day. Sessions and tokens of the person end when it is used. Who leads the installation"
                    + " makes such links on the page of people; this is for when nobody who does can sign in."
        },
        footer = {"", "Example:", "  lichen annotate password ada"})
final class AnnotatePasswordCommand implements Callable<Integer> {

    @Parameters(paramLabel = "LOGIN", description = "Whose password.")
    private String login = "";

    @Mixin
    private AnnotationDatabase database = new AnnotationDatabase();

    @Mixin
    private Printer printer = new Printer();

    @Override
    public Integer call() throws InterruptedException {
        printer.print(database.run(new Errand.Password(login), printer.errors()));
        return 0;
    }
}
