package dev.lichen.training;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what a run is, before it starts.
 *
 * @param stage which stage it belongs to, such as {@code sft}
 * @param config the resolved configuration
 * @param seed the seed that all random numbers derive from
 * @param device where it computes: {@code cpu}, {@code cuda:0}
 * @param versions of lichen, Java and the libraries, by name
 * @param hashes {@linkplain ContentHash hashes} of the data and models it reads, by name
 * @param parents the run folders whose results it starts from
 */
public record RunDescription(
        String stage,
        Record config,
        long seed,
        String device,
        Map<String, String> versions,
        Map<String, String> hashes,
        List<String> parents) {

    public RunDescription {
        versions = new TreeMap<>(versions);
        hashes = new TreeMap<>(hashes);
        parents = List.copyOf(parents);
    }
}
