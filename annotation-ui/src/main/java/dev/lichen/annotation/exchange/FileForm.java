package dev.lichen.annotation.exchange;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an exported file holds its records, which the end of its name says.
 *
 * @param container lines, an array, a table or columns
 * @param packing whether the whole of it is packed; Parquet packs itself
 */
public record FileForm(Container container, Packing packing) {

    /** One JSON object a line, as it is. */
    public static final FileForm JSON_LINES = new FileForm(Container.JSONL, Packing.NONE);

    /** What holds the records. */
    public enum Container {
        /** One JSON object a line. */
        JSONL("application/x-ndjson"),
        /** An array of JSON objects. */
        JSON("application/json"),
        /** Rows with commas. */
        CSV("text/csv"),
        /** Rows with tabs. */
        TSV("text/tab-separated-values"),
        /** Columns. */
        PARQUET("application/vnd.apache.parquet");

        private final String mediaType;

        Container(String mediaType) {
            this.mediaType = mediaType;
        }

        private String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a file is packed. */
    public enum Packing {
        /** As it is. */
        NONE("", ""),
        /** By gzip. */
        GZIP(".gz", "application/gzip"),
        /** By Zstandard. */
        ZSTD(".zst", "application/zstd");

        private final String ending;
        private final String mediaType;

        Packing(String ending, String mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }
    }

    public FileForm {
        packing = container == Container.PARQUET ? Packing.NONE : packing;
    }

    /** Returns every form there is. */
    public static List<FileForm> all() {
        return Arrays.stream(Container.values())
                .flatMap(container -> Arrays.stream(Packing.values()).map(packing -> new FileForm(container, packing)))
                .distinct()
                .toList();
    }

    /** Returns the form of an ending, such as {@code csv.gz}, if there is one. */
    public static Optional<FileForm> of(String ending) {
        return all().stream().filter(form -> form.ending().equals(ending)).findFirst();
    }

    /** Returns how a file of some name is written, which is JSON lines unless the name says otherwise. */
    public static FileForm of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(form -> name.endsWith("." + form.ending()))
                .findFirst()
                .orElse(JSON_LINES);
    }

    /** Returns how the file's name ends, without the first dot. */
    public String ending() {
        return container.ending() + packing.ending;
    }

    /** Returns what the file is, in the words of the web. */
    public String mediaType() {
        return packing == Packing.NONE ? container.mediaType : packing.mediaType;
    }

    /** Returns whether a spreadsheet would open the file. */
    public boolean isTable() {
        return container == Container.CSV || container == Container.TSV;
    }
}
