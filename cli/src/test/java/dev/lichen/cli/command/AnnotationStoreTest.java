package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.AnnotationServices;
import dev.lichen.annotation.account.NewAccount;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands on the annotation app's store, from an import to a reward model. */
class AnnotationStoreTest {

    private static final int RANKINGS = 24;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeAnOwnerAndAProject() throws IOException {
        try (Database database = Database.open(DatabaseSettings.embedded(folder.resolve("store")))) {
            AnnotationServices services = AnnotationDatabase.services(database);
            String code = services.firstAdministrator().newCode().orElseThrow();
            services.firstAdministrator()
                    .create(code, new NewAccount("owner", "Owner", "a long password", "en", List.of()));
        }
        Path rankings = Files.writeString(folder.resolve("rankings.jsonl"), rankings(0));
        CommandRun run = annotate("import", "p", rankings.toString(), "--create", "--judgements");
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(run.output().contains(RANKINGS + " judgements by 3 annotators kept"), run.output());
    }

    @Test
    void chainHoldsHereAndInABackupAndInWhatWasRestored() {
        CommandRun verified = annotate("verify", "--json");
        assertEquals(0, verified.exitCode(), verified.errors());
        assertTrue(verified.output().contains("\"judgements\" : " + RANKINGS), verified.output());
        String head = annotate("backup", "--to", file("b.zip"))
                .output()
                .lines()
                .filter(line -> line.startsWith("Head "))
                .findFirst()
                .orElseThrow()
                .split(" ", -1)[2];
        assertEquals(
                0,
                CommandRun.of("annotate", "verify", "--backup", file("b.zip"), "--head", head)
                        .exitCode());
        CommandRun restored = CommandRun.of("annotate", "restore", "--from", file("b.zip"), "--data", file("again"));
        assertEquals(0, restored.exitCode(), restored.errors());
        assertEquals(
                0,
                CommandRun.of("annotate", "verify", "--data", file("again"), "--head", head)
                        .exitCode());
        assertTrue(annotate("verify", "--head", "f00d").isUserError());
        assertTrue(CommandRun.of("annotate", "restore", "--from", file("b.zip"), "--data", file("again"))
                .isUserError());
    }

    @Test
    void whoForgotAPasswordSetsAnotherByALinkFromTheTerminal() {
        CommandRun run = annotate("password", "owner");
        assertEquals(0, run.exitCode(), run.errors());
        String link = run.output().lines().toList().getLast().strip();
        assertTrue(link.startsWith("/password/"), run.output());
        try (Database database = Database.open(DatabaseSettings.embedded(folder.resolve("store")))) {
            AnnotationServices services = AnnotationDatabase.services(database);
            services.passwordLinks().use(link.substring("/password/".length()), "another long password");
            assertTrue(services.signIn()
                    .authenticate("owner", "another long password")
                    .isPresent());
        }
        assertTrue(annotate("password", "nobody").isUserError());
    }

    @Test
    void exportAsOfAPastMomentIsTheSameByteForByte() throws IOException {
        String head = exported("then.jsonl");
        Path more = Files.writeString(folder.resolve("more.jsonl"), rankings(RANKINGS));
        assertEquals(0, annotate("import", "p", more.toString(), "--judgements").exitCode());
        exported("now.jsonl");
        exported("again.jsonl", "--as-of", head);
        byte[] then = Files.readAllBytes(folder.resolve("then.jsonl"));
        assertArrayEquals(then, Files.readAllBytes(folder.resolve("again.jsonl")));
        assertEquals(
                2L * RANKINGS, Files.readAllLines(folder.resolve("now.jsonl")).size());
    }

    @Test
    void formulasInATableAreNeutralisedAndCountedUnlessTheyAreToBeKept() throws IOException {
        Path more = Files.writeString(
                folder.resolve("formulas.jsonl"),
                "{\"prompt\":[{\"role\":\"user\",\"content\":\"=1+1\"}],\"answers\":[{\"content\":\"@a\"},{\"content\":\"b\"}],"
                        + "\"tiers\":[1,2],\"annotator\":\"a\"}\n");
        assertEquals(0, annotate("import", "p", more.toString(), "--judgements").exitCode());
        CommandRun run = annotate("export", "p", "--to", file("t.csv"), "--format", "trl-preference");
        assertTrue(run.output().contains("neutralised 1 of column prompt: an apostrophe before"), run.output());
        assertTrue(Files.readString(folder.resolve("t.csv")).contains("\"'=1+1\""));
        exported("kept.csv", "--format", "trl-preference", "--keep-formulas");
        assertTrue(Files.readString(folder.resolve("kept.csv")).contains("\"=1+1\""));
    }

    @Test
    void exportTrainsARewardModelAsItIs() {
        exported("export.jsonl");
        TinyModelFolder.write(folder.resolve("tiny"), 1);
        CommandRun run = CommandRun.of(
                "reward",
                "--run-dir",
                file("run"),
                "--set",
                "model=" + folder.resolve("tiny"),
                "--set",
                "data.rankings=" + folder.resolve("export.jsonl"));
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(Files.exists(folder.resolve("run/model")), run.output());
    }

    @Test
    void usersErrorsAreOneLine() throws IOException {
        assertTrue(annotate("export", "q", "--to", file("x.jsonl")).isUserError());
        assertTrue(annotate("export", "p", "--to", file("x.jsonl"), "--as-of", "yesterday")
                .isUserError());
        assertTrue(annotate("export", "p", "--to", file("x.jsonl"), "--format", "docx")
                .isUserError());
        assertTrue(annotate("export", "p", "--to", file("x.jsonl"), "--as", "nobody")
                .isUserError());
        assertTrue(
                CommandRun.of("annotate", "verify", "--data", file("nowhere")).isUserError());
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), rankings(RANKINGS) + "\n{\"prompt\":3}");
        CommandRun run = annotate("import", "p", bad.toString());
        assertTrue(run.isUserError() && run.errors().contains("bad.jsonl:" + (RANKINGS + 1)), run.errors());
        assertTrue(annotate("import", "p", file("rankings.jsonl")).errors().contains("was imported on"));
    }

    @Test
    void everyHelpHasAnExample() {
        CommandLine annotate =
                LichenCommand.commandLine(() -> {}).getSubcommands().get("annotate");
        annotate.getSubcommands()
                .forEach((name, command) -> assertTrue(
                        command.getUsageMessage().contains("  lichen annotate " + name), command.getUsageMessage()));
    }

    private String exported(String name, String... more) {
        List<String> words = new ArrayList<>(List.of("export", "p", "--to", file(name)));
        words.addAll(List.of(more));
        CommandRun run = annotate(words.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.errors());
        String[] head = run.output().strip().split(" ", -1);
        return head[head.length - 1];
    }

    private CommandRun annotate(String... words) {
        List<String> all = new ArrayList<>(List.of("annotate"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", file("store")));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String rankings(int from) {
        return IntStream.range(from, from + RANKINGS)
                .mapToObj(n -> ("{\"prompt\":[{\"role\":\"user\",\"content\":\"question %d\"}],\"answers\":"
                                + "[{\"content\":\"yes %d\"},{\"content\":\"no\"},{\"content\":\"well\"}],"
                                + "\"tiers\":[1,3,2],\"annotator\":\"person %d\"}")
                        .formatted(n, n, n % 3))
                .collect(Collectors.joining("\n"));
    }
}
