package dev.lichen.lm.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Lists what a safetensors file holds: for each tensor its number format, shape, and bytes within the data section.
 *
 * @param file the file, for messages
 * @param dataStart byte of the file at which the data section begins
 * @param entries the tensors in the order of the header
 */
record SafetensorsHeader(Path file, long dataStart, SequencedMap<String, Entry> entries) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** One tensor; {@code begin} and {@code end} count bytes from the start of the data section. */
    record Entry(ElementType type, List<Long> shape, long begin, long end) {}

    /** Reads and checks the header's JSON against the size of the file. */
    static SafetensorsHeader parse(Path file, byte[] json, long fileSize) {
        long dataStart = 8L + json.length;
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : tree(file, json).properties()) {
            if (!field.getKey().equals("__metadata__")) {
                entries.put(field.getKey(), entry(file, field.getKey(), field.getValue(), fileSize - dataStart));
            }
        }
        return new SafetensorsHeader(file, dataStart, entries);
    }

    private static JsonNode tree(Path file, byte[] json) {
        try {
            JsonNode tree = JSON.readTree(new String(json, StandardCharsets.UTF_8));
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new CheckpointException(
                    file + ": found a header that is not JSON (" + e.getOriginalMessage()
                            + "), expected a safetensors file",
                    e);
        }
        throw CheckpointException.at(file, "a header that is no JSON object", "a safetensors file");
    }

    private static Entry entry(Path file, String name, JsonNode node, long dataSize) {
        Entry entry = new Entry(
                type(file, name, node.path("dtype").asText()),
                wholeNumbers(file, name, node.path("shape")),
                offset(file, name, node, 0),
                offset(file, name, node, 1));
        check(file, name, entry, dataSize);
        return entry;
    }

    private static ElementType type(Path file, String name, String code) {
        return ElementType.ofCode(code)
                .orElseThrow(() -> CheckpointException.at(
                        file, "tensor " + name + " of number format '" + code + "'", "one of " + ElementType.codes()));
    }

    private static List<Long> wholeNumbers(Path file, String name, JsonNode array) {
        List<Long> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.canConvertToLong() ? number.asLong() : -1L));
        if (!array.isArray() || numbers.stream().anyMatch(number -> number < 0)) {
            throw CheckpointException.at(file, "tensor " + name + " with " + array, "whole numbers of at least 0");
        }
        return numbers;
    }

    private static long offset(Path file, String name, JsonNode node, int which) {
        List<Long> offsets = wholeNumbers(file, name, node.path("data_offsets"));
        if (offsets.size() != 2) {
            throw CheckpointException.at(file, "tensor " + name + " with data_offsets " + offsets, "two of them");
        }
        return offsets.get(which);
    }

    private static void check(Path file, String name, Entry entry, long dataSize) {
        if (entry.end() > dataSize) {
            throw CheckpointException.at(
                    file,
                    dataSize + " bytes of data",
                    "at least " + entry.end() + " for tensor " + name + "; the file is incomplete, fetch it again");
        }
        long expected = size(file, name, entry);
        if (entry.end() - entry.begin() != expected) {
            throw CheckpointException.at(
                    file,
                    (entry.end() - entry.begin()) + " bytes for tensor " + name,
                    expected + " (" + entry.type().code() + " of shape " + entry.shape() + ")");
        }
    }

    private static long size(Path file, String name, Entry entry) {
        try {
            return Math.multiplyExact(
                    HostTensor.count(entry.shape()), entry.type().bytes());
        } catch (ArithmeticException e) {
            throw new CheckpointException(
                    file + ": found tensor " + name + " of shape " + entry.shape()
                            + ", expected a size that a file can have",
                    e);
        }
    }
}
