package dev.lichen.cli.command;

import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the formats of data files. */
@Command(
        name = "formats",
        description = "List the formats that are recognised, read and written, with the fields of their objects.",
        footer = {"", "Example:", "  lichen data formats"})
final class DataFormatsCommand implements Callable<Integer> {

    @Mixin
    private Printer printer = new Printer();

    /** A format, as it is printed. */
    private record Row(String name, String records, boolean written, String fields) {}

    @Override
    public Integer call() {
        List<Row> rows = Formats.all().stream()
                .sorted(Comparator.comparing(Format::name))
                .map(format -> new Row(format.name(), format.kind().plural(), !format.isReadOnly(), format.fields()))
                .toList();
        TextTable table = new TextTable("format", "records", "written", "fields");
        rows.forEach(row -> table.row(row.name(), row.records(), row.written() ? "yes" : "no", row.fields()));
        printer.print(rows, table.text());
        return 0;
    }
}
