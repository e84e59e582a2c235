package dev.lichen.cli.data;

import dev.lichen.FileAccessException;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Page;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.RecordSource;
import dev.lichen.datasets.files.BadRecords;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.ReadOptions;
import dev.lichen.datasets.formats.ReadReport;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The records of files, one file after the other: those of any known format, objects with a {@code text}, and pages.
 *
 * <p>A file whose name ends in {@code .txt}, {@code .md}, {@code .html} or {@code .htm} is one page of text.
 */
public final class RecordFiles implements RecordSource {

    private static final String TEXTS = "text";
    private static final Pattern PAGE = Pattern.compile("(?i).*\\.(?:txt|text|md|markdown|html|htm)");

    private final List<Path> files;
    private final ReadOptions options;
    private final Map<Path, List<String>> leftOut = new LinkedHashMap<>();

    /** Opens files to be read, in order, as the options say. */
    public RecordFiles(List<Path> files, ReadOptions options) {
        this.files = List.copyOf(files);
        this.options = options;
    }

    @Override
    public void forEach(Consumer<? super JsonRecord> consumer) {
        for (Path file : files) {
            if (PAGE.matcher(file.toString()).matches()) {
                consumer.accept(page(file));
            } else if (options.formatOf(file).name().equals(TEXTS)) {
                scanTexts(file, consumer);
            } else {
                leftOut.put(file, Datasets.scan(file, options, consumer).leftOut());
            }
        }
    }

    /** Returns a line for each reason for which objects were left out of the files read so far. */
    public List<String> leftOut() {
        return leftOut.values().stream().flatMap(List::stream).toList();
    }

    /** Texts without turns. */
    private void scanTexts(Path file, Consumer<? super JsonRecord> consumer) {
        BadRecords bad = new BadRecords(options.policy());
        DataFiles.scan(file, bad, options.progress(), fields -> {
            consumer.accept(DataFiles.located(Page::from, fields));
            return true;
        });
        leftOut.put(file, new ReadReport(file.toString(), TEXTS, 0, List.of(), bad.skips()).leftOut());
    }

    private static Page page(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return new Page(Files.readString(file), Attributes.id(name));
        } catch (CharacterCodingException e) {
            throw new DataFormatException(
                    "Not a text file", Place.of(file), "bytes that are not UTF-8", "text in UTF-8", e);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
