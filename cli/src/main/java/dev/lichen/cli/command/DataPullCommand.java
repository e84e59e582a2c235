package dev.lichen.cli.command;

import dev.lichen.FileAccessException;
import dev.lichen.datasets.hub.DatasetPull;
import dev.lichen.datasets.hub.FilePatterns;
import dev.lichen.datasets.hub.HubDataset;
import dev.lichen.datasets.hub.HubSettings;
import dev.lichen.datasets.hub.HubSnapshot;
import dev.lichen.datasets.hub.LedgerEvent;
import dev.lichen.datasets.hub.ProjectAddress;
import dev.lichen.datasets.hub.ProjectPull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a dataset from the Hugging Face hub, or what people judged in a project of the annotation app. */
@Command(
        name = "pull",
        description = {
            "Fetch a dataset from the Hugging Face hub, or the judgements of a project of an annotation app.",
            "What is already there and right is not fetched again, and an interrupted run goes on where it was. HF_ENDPOINT,"
                    + " HF_TOKEN (or the token that Hugging Face's tools have stored) and HF_HUB_OFFLINE are respected.",
            "A project is read with a token of its account page that may export judgements, from LICHEN_TOKEN or"
                    + " --token-file; it comes as of its newest judgement, or as of --revision."
        },
        footer = {
            "",
            "Examples:",
            "  lichen data pull hf:Anthropic/hh-rlhf --include 'harmless-base/*' --to data/hh",
            "  lichen data pull https://annotate.example.org/projects/helpful --to data/helpful"
        })
final class DataPullCommand implements Callable<Integer> {

    private static final String NEWEST = "main";

    @Parameters(
            paramLabel = "hf:OWNER/NAME|URL",
            description = "The dataset, or a project as the browser shows it: https://HOST/projects/NAME.")
    private String dataset = "";

    @Option(
            names = "--revision",
            defaultValue = "main",
            description =
                    "A branch, a tag or a commit (default: ${DEFAULT-VALUE}); of a project: the hash of an event.")
    private String revision = "";

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            description = "Fetch only files whose path matches, such as \"data/*.parquet\"; may be repeated.")
    private List<String> included = List.of();

    @Option(names = "--exclude", paramLabel = "PATTERN", description = "Leave out files whose path matches.")
    private List<String> excluded = List.of();

    @Option(names = "--to", paramLabel = "DIR", description = "Folder for the files (default: NAME).")
    private @Nullable Path folder;

    @Option(
            names = "--kind",
            defaultValue = "rankings",
            description = "Of a project: rankings, demonstrations or ratings (default: ${DEFAULT-VALUE}).")
    private String kind = "";

    @Option(
            names = "--format",
            defaultValue = "lichen",
            description = "Of a project: a format that \"lichen data formats\" lists (default: Lichen's own).")
    private String format = "";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File that holds the token for a project (default: the variable LICHEN_TOKEN).")
    private @Nullable Path tokenFile;

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return ProjectAddress.isMeant(dataset) ? pullProject() : pullDataset();
    }

    private int pullProject() {
        ProjectAddress address = address();
        Path target = (folder == null ? Path.of(address.slug()) : folder).resolve(kind + ".jsonl");
        Progress progress = new Progress("pull " + address.slug() + " (bytes)", printer.errors(), Clock.systemUTC());
        try (ProjectPull pull = new ProjectPull(address, token())) {
            LedgerEvent asOf = revision.equals(NEWEST) ? pull.newest() : new LedgerEvent(0, revision);
            boolean fetched = pull.fetch(asOf, kind, format, target, progress::advance);
            progress.finish();
            report(asOf, fetched, target);
        }
        return 0;
    }

    private int pullDataset() {
        HubDataset named = named();
        Path target = folder == null ? Path.of(named.name()) : folder;
        Progress progress = new Progress("pull " + named.id() + " (bytes)", printer.errors(), Clock.systemUTC());
        try (DatasetPull pull = new DatasetPull(settings())) {
            HubSnapshot snapshot = pull.list(named, revision, new FilePatterns(included, excluded));
            int fetched = pull.fetch(snapshot, target, progress::advance);
            progress.finish();
            report(snapshot, fetched, target);
        }
        return 0;
    }

    private static HubSettings settings() {
        return HubSettings.of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    private ProjectAddress address() {
        try {
            return ProjectAddress.parse(dataset);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String token() {
        String token = tokenFile == null ? System.getenv().getOrDefault("LICHEN_TOKEN", "") : read(tokenFile);
        if (!token.strip().startsWith("lichen_")) {
            String where = tokenFile == null ? "LICHEN_TOKEN" : tokenFile.toString();
            throw new ParameterException(
                    spec.commandLine(),
                    "No token in " + where + ": expected one from the app's account page, which begins with lichen_");
        }
        return token.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private void report(LedgerEvent asOf, boolean fetched, Path target) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("project", dataset);
        facts.put("ledger_head", asOf.hash());
        facts.put("to", target.toString());
        facts.put("fetched", fetched);
        printer.print(
                facts,
                "%s: %s of %s as of event %s, %s, checksum right"
                        .formatted(
                                target,
                                kind,
                                dataset,
                                asOf.hash().substring(0, Math.min(8, asOf.hash().length())),
                                fetched ? "fetched" : "there already"));
    }

    private HubDataset named() {
        try {
            return HubDataset.parse(dataset);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void report(HubSnapshot snapshot, int fetched, Path target) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dataset", snapshot.dataset().id());
        facts.put("commit", snapshot.commit());
        facts.put("to", target.toString());
        facts.put("files", snapshot.files().size());
        facts.put("fetched", fetched);
        facts.put("bytes", snapshot.bytes());
        printer.print(
                facts,
                "%s: %d files of %s at commit %s, %d fetched, %,d bytes in all, checksums right"
                        .formatted(
                                target,
                                snapshot.files().size(),
                                snapshot.dataset().id(),
                                snapshot.commit().substring(0, 8),
                                fetched,
                                snapshot.bytes()));
    }
}
