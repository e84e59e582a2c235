package dev.lichen.lm.checkpoint;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Gives the tensors of several safetensors files that one {@code model.safetensors.index.json} lists. */
record ShardedSafetensors(Path index, SequencedMap<String, TensorSource> shardOf) implements TensorSource {

    static ShardedSafetensors open(Path index) {
        Map<String, TensorSource> shards = new HashMap<>();
        SequencedMap<String, TensorSource> shardOf = new LinkedHashMap<>();
        JsonFields.read(index).object("weight_map").strings().forEach((name, file) -> {
            checkPlainName(index, file);
            shardOf.put(name, shards.computeIfAbsent(file, f -> SafetensorsFile.open(index.resolveSibling(f))));
        });
        ShardedSafetensors sharded = new ShardedSafetensors(index, shardOf);
        sharded.checkListed();
        return sharded;
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        Map<TensorSource, Map<String, List<Long>>> perShard = new HashMap<>();
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        shardOf.forEach((name, shard) -> shapes.put(
                name, perShard.computeIfAbsent(shard, TensorSource::shapes).getOrDefault(name, List.of())));
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        TensorSource shard = shardOf.get(name);
        if (shard == null) {
            throw CheckpointException.at(index, "no tensor named " + name, "one");
        }
        return shard.read(name);
    }

    private void checkListed() {
        Map<TensorSource, Map<String, List<Long>>> perShard = new HashMap<>();
        shardOf.forEach((name, shard) -> {
            if (!perShard.computeIfAbsent(shard, TensorSource::shapes).containsKey(name)) {
                throw CheckpointException.at(index, "tensor " + name, "it in the shard that the index names");
            }
        });
    }

    private static void checkPlainName(Path index, String file) {
        if (file.contains("/") || file.contains("\\") || file.startsWith(".")) {
            throw CheckpointException.at(index, "shard '" + file + "'", "a file of the same folder");
        }
    }
}
