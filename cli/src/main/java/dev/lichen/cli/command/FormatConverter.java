package dev.lichen.cli.command;

import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.Formats;
import java.util.Iterator;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds a format by its name on the command line. */
final class FormatConverter implements ITypeConverter<Format> {

    @Override
    public Format convert(String name) {
        return Formats.named(name)
                .orElseThrow(() -> new TypeConversionException("found \"%s\", expected one of %s"
                        .formatted(
                                name, Formats.all().stream().map(Format::name).collect(Collectors.joining(", ")))));
    }

    /** Lists the formats that can be read, to complete them in a shell. */
    static final class Read implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.all().stream().map(Format::name).iterator();
        }
    }

    /** Lists the formats that can be written. */
    static final class Written implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Formats.all().stream()
                    .filter(format -> !format.isReadOnly())
                    .map(Format::name)
                    .iterator();
        }
    }
}
