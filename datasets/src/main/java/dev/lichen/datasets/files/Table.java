package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes objects of the rows of a CSV or TSV file, by the names in its first row.
 *
 * <p>A cell in quotes is a text, or a list or object where it holds one as JSON. Without quotes, a number is a number, true
 * and false are what they say, and nothing is no field at all. A column without a name, such as the index that pandas
 * writes, is left out. An apostrophe that was put before a text to keep spreadsheets from running it ({@link Formulas}) is
 * taken away.
 */
final class Table {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?");
    private static final Pattern NESTED =
            Pattern.compile("(?s)\\[]|\\{}|\\[[\\[{\"].*]|\\{\".*}|\\[(-?\\d|null|true|false).*]");

    private final List<String> names;
    private final int apostrophes;
    private final byte delimiter;

    private Table(List<String> written, byte delimiter) {
        this.apostrophes = written.indexOf(Formulas.COLUMN);
        this.names = apostrophes < 0
                ? written
                : written.stream().map(Formulas::originalName).toList();
        this.delimiter = delimiter;
    }

    /**
     * Reads the first row.
     *
     * @throws DataFormatException if two columns have the same name
     */
    static Table open(Path file, RowCutter rows, byte delimiter) throws IOException {
        if (!rows.next()) {
            throw new DataFormatException("Empty data file", Place.of(file), "no rows", "a row of names");
        }
        Place place = new Place(file, rows.line());
        TextFault.refuse(rows, place);
        List<String> names =
                cells(rows, delimiter).stream().map(Cells.Cell::text).toList();
        HashSet<String> different = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !different.add(name)) {
                throw new DataFormatException("Duplicate field", place, "\"" + name + "\" twice", "different names");
            }
        }
        return new Table(names, delimiter);
    }

    /**
     * Makes an object of a row.
     *
     * @throws DataFormatException if it has more or fewer cells than there are names
     */
    JsonFields parse(RecordCutter row, Place place) {
        List<Cells.Cell> cells = cells(row, delimiter);
        if (cells.size() != names.size()) {
            throw new DataFormatException(
                    "Bad row", place, cells.size() + " cells", names.size() + " cells as in the first row");
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.size(); i++) {
            Cells.Cell cell = cells.get(i);
            boolean absent = cell.text().isEmpty() && !cell.quoted();
            if (!absent && !names.get(i).isEmpty() && i != apostrophes) {
                object.set(names.get(i), value(cell));
            }
        }
        if (apostrophes >= 0) {
            value(cells.get(apostrophes)).forEach(name -> restore(object, name.asText()));
        }
        return JsonFields.ofCells(object, place);
    }

    private static void restore(ObjectNode row, String name) {
        JsonNode text = row.path(name);
        if (text.isTextual() && text.textValue().startsWith("'")) {
            row.put(name, text.textValue().substring(1));
        }
    }

    private static List<Cells.Cell> cells(RecordCutter row, byte delimiter) {
        return Cells.of(row.buffer(), row.start(), row.start() + row.length(), delimiter);
    }

    private static JsonNode value(Cells.Cell cell) {
        String text = cell.text();
        boolean literal = !cell.quoted() && (NUMBER.matcher(text).matches() || isTruth(text));
        if (literal || NESTED.matcher(text).matches()) {
            return Json.valueOrText(literal ? text.toLowerCase(Locale.ROOT) : text, text);
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    private static boolean isTruth(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
    }
}
