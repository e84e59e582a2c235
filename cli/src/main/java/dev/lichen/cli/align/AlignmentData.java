package dev.lichen.cli.align;

import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.split.Parts;
import dev.lichen.datasets.split.PromptKey;
import dev.lichen.datasets.split.Splitter;
import dev.lichen.training.RandomStreams;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides what people wrote and ranked into what training uses and what the evaluation uses. */
final class AlignmentData {

    private static final String SPLIT = "align";

    private AlignmentData() {}

    static void write(AlignData data, LineFolders folders) {
        List<Ranking> rankings = chosen(data);
        Splitter splitter = new Splitter(data.testFraction(), 0, SPLIT, data.grouping());
        Parts<Ranking> parts = splitter.split(rankings);
        DataFiles.write(folders.rankings(), parts.train());
        DataFiles.write(folders.heldOutRankings(), parts.test());
        DataFiles.write(folders.trainingPrompts(), prompts(parts.train()));
        DataFiles.write(folders.heldOutPrompts(), prompts(parts.test()));
        List<Demonstration> demonstrations = Datasets.readDemonstrations(
                        data.demonstrations() == null ? folders.rankings() : data.demonstrations())
                .records();
        DataFiles.write(folders.demonstrations(), splitter.split(demonstrations).train());
    }

    private static List<Ranking> chosen(AlignData data) {
        List<Ranking> all = Datasets.readRankings(data.rankings()).records();
        int[] order = new RandomStreams(data.seed()).permutation(all.size(), "rankings", 0);
        int count = data.maximumRankings() == 0 ? all.size() : Math.min(all.size(), data.maximumRankings());
        return Arrays.stream(order).limit(count).mapToObj(all::get).toList();
    }

    /** Returns each prompt once. */
    private static List<Prompt> prompts(List<Ranking> rankings) {
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        for (Ranking ranking : rankings) {
            Attributes attributes = ranking.attributes();
            prompts.putIfAbsent(PromptKey.of(ranking.prompt()), new Prompt(ranking.prompt(), attributes));
        }
        return List.copyOf(prompts.values());
    }
}
