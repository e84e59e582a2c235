package dev.lichen.cli.data;

import dev.lichen.FileAccessException;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Page;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.RecordSource;
import dev.lichen.datasets.files.BadRecordPolicy;
import dev.lichen.datasets.files.BadRecords;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.formats.Datasets;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The records of files, one file after the other: those of any known format, objects with a {@code text}, and pages.
 *
 * <p>A file whose name ends in {@code .txt}, {@code .md}, {@code .html} or {@code .htm} is one page of text.
 *
 * @param files the files, in order
 * @param progress hears how far each reading has come
 */
public record RecordFiles(List<Path> files, ReadProgress progress) implements RecordSource {

    private static final String TEXTS = "text";
    private static final Pattern PAGE = Pattern.compile("(?i).*\\.(?:txt|text|md|markdown|html|htm)");

    public RecordFiles {
        files = List.copyOf(files);
    }

    @Override
    public void forEach(Consumer<? super JsonRecord> consumer) {
        for (Path file : files) {
            if (PAGE.matcher(file.toString()).matches()) {
                consumer.accept(page(file));
            } else if (holdsTexts(file)) {
                scanTexts(file, consumer);
            } else {
                Datasets.scan(file, progress, consumer);
            }
        }
    }

    private void scanTexts(Path file, Consumer<? super JsonRecord> consumer) {
        DataFiles.scan(file, new BadRecords(BadRecordPolicy.FAIL), progress, fields -> {
            consumer.accept(DataFiles.located(Page::from, fields));
            return true;
        });
    }

    /** Returns whether the objects are texts without turns. */
    private static boolean holdsTexts(Path file) {
        return Datasets.recognise(file).name().equals(TEXTS);
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
