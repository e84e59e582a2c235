package dev.lichen.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.FileAccessException;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.DataFiles;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads texts from plain files, and from JSON lines the strings of their {@code text} and {@code content} fields. */
final class TextSources {

    private static final List<String> TEXT_FIELDS = List.of("text", "content");

    private TextSources() {}

    static List<String> read(List<Path> files) {
        List<String> texts = new ArrayList<>();
        files.forEach(file -> texts.addAll(read(file)));
        return texts;
    }

    private static List<String> read(Path file) {
        String name = file.toString();
        return name.matches(".*\\.jsonl?(\\.gz)?") ? jsonTexts(file) : List.of(plainText(file));
    }

    private static String plainText(Path file) {
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                throw new DataFormatException("Empty text file", Place.of(file), "no text", "text in UTF-8");
            }
            return text;
        } catch (MalformedInputException e) {
            throw new DataFormatException("Not a text file", Place.of(file), "bytes that are not UTF-8", "UTF-8", e);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private static List<String> jsonTexts(Path file) {
        List<String> texts = new ArrayList<>();
        DataFiles.scan(file, fields -> {
            collect(fields.json(), texts);
            return true;
        });
        if (texts.isEmpty()) {
            throw new DataFormatException(
                    "No text", Place.of(file), "no field of them", String.join(" or ", TEXT_FIELDS));
        }
        return texts;
    }

    private static void collect(JsonNode node, List<String> texts) {
        TEXT_FIELDS.stream()
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .forEach(texts::add);
        node.forEach(child -> collect(child, texts));
    }
}
