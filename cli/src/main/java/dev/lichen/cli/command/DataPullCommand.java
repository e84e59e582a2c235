package dev.lichen.cli.command;

import dev.lichen.datasets.hub.DatasetPull;
import dev.lichen.datasets.hub.FilePatterns;
import dev.lichen.datasets.hub.HubDataset;
import dev.lichen.datasets.hub.HubSettings;
import dev.lichen.datasets.hub.HubSnapshot;
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

/** Fetches a dataset from the Hugging Face hub. */
@Command(
        name = "pull",
        description = {
            "Fetch a dataset from the Hugging Face hub.",
            "What is already there and right is not fetched again, and an interrupted run goes on where it was. HF_ENDPOINT,"
                    + " HF_TOKEN (or the token that Hugging Face's tools have stored) and HF_HUB_OFFLINE are respected."
        },
        footer = {"", "Example:", "  lichen data pull hf:Anthropic/hh-rlhf --include 'harmless-base/*' --to data/hh"})
final class DataPullCommand implements Callable<Integer> {

    @Parameters(paramLabel = "hf:OWNER/NAME", description = "The dataset.")
    private String dataset = "";

    @Option(
            names = "--revision",
            defaultValue = "main",
            description = "A branch, a tag or a commit (default: ${DEFAULT-VALUE}).")
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

    @Mixin
    private Printer printer = new Printer();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
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
