package dev.lichen.cli.quickstart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.cli.world.BaseText;
import dev.lichen.cli.world.Task;
import dev.lichen.cli.world.World;
import dev.lichen.cli.world.WorldRecords;
import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.RecordWriter;
import dev.lichen.datasets.split.Parts;
import dev.lichen.datasets.split.Splitter;
import dev.lichen.training.RandomStreams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the world's data: text, demonstrations, and questions for training and for the evaluation. */
final class WorldData {

    private static final String SPLIT = "quickstart-world";

    private final World world;
    private final WorldSizes sizes;
    private final RandomStreams random;

    WorldData(World world, WorldSizes sizes, RandomStreams random) {
        this.world = world;
        this.sizes = sizes;
        this.random = random;
    }

    /** Returns the world of a seed. */
    static World world(RandomStreams random) {
        return World.create(random.stream("world", 0, 0));
    }

    void write(LineFolders folders) {
        writeText(folders.text());
        Parts<Prompt> prompts = split();
        DataFiles.write(folders.trainingPrompts(), prompts.train());
        DataFiles.write(folders.heldOutPrompts(), prompts.test());
        DataFiles.write(folders.demonstrations(), demonstrations(prompts.train()));
    }

    /** Sends each question to training or to the evaluation, in a random order. */
    private Parts<Prompt> split() {
        List<Task> tasks = world.tasks();
        List<Prompt> prompts = new ArrayList<>();
        for (int index : random.permutation(tasks.size(), "questions", 0)) {
            prompts.add(WorldRecords.prompt(tasks.get(index)));
        }
        return Splitter.test(sizes.testFraction(), SPLIT).split(prompts);
    }

    private List<Demonstration> demonstrations(List<Prompt> prompts) {
        List<Demonstration> demonstrations = new ArrayList<>();
        for (int hand = 0; hand < sizes.demonstrations(); hand++) {
            for (int i = 0; i < prompts.size(); i++) {
                Task task = WorldRecords.taskOf(world, prompts.get(i)).orElseThrow();
                demonstrations.add(WorldRecords.demonstration(task, random.stream("demonstration", hand, i)));
            }
        }
        return demonstrations;
    }

    private void writeText(Path file) {
        BaseText text = BaseText.of(world, random.stream("other lists", 0, 0));
        try (RecordWriter writer = RecordWriter.open(file)) {
            for (String document : text.documents(sizes.documents(), random.stream("text", 0, 0))) {
                writer.write(JsonNodeFactory.instance.objectNode().put("text", document));
            }
            writer.commit();
        }
    }
}
