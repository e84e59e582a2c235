package dev.lichen.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object field by field, checks each type, and remembers which fields nobody asked for.
 *
 * <p>A field of the wrong type ends in a {@link DataFormatException} that names file, line and field.
 */
public final class JsonFields {

    /** The name under which a list that stands in place of an object is found: the empty one. */
    public static final String LIST = "";

    private static final int SHOWN_CHARACTERS = 60;

    private final ObjectNode object;
    private final Place place;
    private final String path;
    private final boolean cells;
    private final Set<String> used = new HashSet<>();

    /** Opens a record that stands at a place. */
    public JsonFields(ObjectNode object, Place place) {
        this(object, place, "", false);
    }

    private JsonFields(ObjectNode object, Place place, String path, boolean cells) {
        this.object = object;
        this.place = place;
        this.path = path;
        this.cells = cells;
    }

    /** Opens a row of a table, in which a number may stand where a text is wanted: nothing tells {@code 42} from it. */
    public static JsonFields ofCells(ObjectNode object, Place place) {
        return new JsonFields(object, place, "", true);
    }

    /**
     * Opens a value that stands in a file as a record: an object, or a list, whose elements are the field {@link #LIST}.
     *
     * @throws DataFormatException if it is neither
     */
    public static JsonFields ofValue(@Nullable JsonNode value, Place place) {
        if (value instanceof ObjectNode object) {
            return new JsonFields(object, place);
        }
        if (value instanceof ArrayNode list) {
            ObjectNode object = list.objectNode();
            object.set(LIST, list);
            return new JsonFields(object, place);
        }
        throw new DataFormatException("Bad record", place, describe(value), "a JSON object");
    }

    /** Returns the value to be written for a record: itself, or the list that it stands for. */
    public static JsonNode toValue(JsonNode json) {
        return json.has(LIST) && json.size() == 1 ? json.path(LIST) : json;
    }

    /** Returns where the record stands. */
    public Place place() {
        return place;
    }

    /** Returns the object itself, to look at and not to change. */
    public ObjectNode json() {
        return object;
    }

    /** Returns whether the field is there and not null. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Returns the text of a field that must be there. */
    public String text(String name) {
        JsonNode value = use(name);
        if (value != null && value.isTextual()) {
            return value.textValue();
        }
        if (value == null || value.isNull() || !cells) {
            throw failure(name, "a string");
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    /** Returns the text of a field, or null where it is absent; an explicit null stays among the {@link #rest()}. */
    public @Nullable String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    /** Returns an id as text; a numeric id also stays among the {@link #rest()}, so that it is written back a number. */
    public @Nullable String optionalId(String name) {
        JsonNode value = object.get(name);
        return value != null && value.isIntegralNumber() ? value.asText() : optionalText(name);
    }

    /** Returns a whole number, or null where the field is absent. */
    public @Nullable Integer optionalInteger(String name) {
        return has(name) ? integerOrNull(name, use(name)) : null;
    }

    /** Returns a list of whole numbers, in which null may stand. */
    public List<@Nullable Integer> integersOrNulls(String name) {
        List<@Nullable Integer> numbers = new ArrayList<>();
        for (JsonNode element : array(name)) {
            numbers.add(integerOrNull(name, element));
        }
        return numbers;
    }

    /** Returns the value of a field that must be there, of any type. */
    public JsonNode value(String name) {
        JsonNode value = use(name);
        if (value == null) {
            throw failure(name, "a value");
        }
        return value;
    }

    /** Returns the strings of a field that must be a list of strings. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isTextual()) {
                throw failure(name, "a list of strings");
            }
            texts.add(element.textValue());
        }
        return texts;
    }

    /** Returns the fields of a field that must be an object. */
    public JsonFields object(String name) {
        if (use(name) instanceof ObjectNode node) {
            return new JsonFields(node, place, path + name + ".", false);
        }
        throw failure(name, "an object");
    }

    /** Returns what a reader makes of each object of a field that must be a list of objects. */
    public <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        List<T> results = new ArrayList<>();
        for (JsonNode element : array(name)) {
            String elementPath = path + name + "[" + results.size() + "]";
            if (!(element instanceof ObjectNode node)) {
                throw failure(elementPath, element, "an object");
            }
            results.add(reader.apply(new JsonFields(node, place, elementPath + ".", false)));
        }
        return results;
    }

    /** Returns the elements of a field that must be a list. */
    public JsonNode array(String name) {
        JsonNode value = use(name);
        if (value == null || !value.isArray()) {
            throw failure(name, "a list");
        }
        return value;
    }

    /** Leaves a field among the {@link #rest()} although it was asked for, because its spelling must not be lost. */
    public void keep(String name) {
        used.remove(name);
    }

    /** Returns the fields that nobody asked for. */
    public ExtraFields rest() {
        ObjectNode rest = object.objectNode();
        object.properties().stream()
                .filter(field -> !used.contains(field.getKey()))
                .forEach(field -> rest.set(field.getKey(), field.getValue()));
        return ExtraFields.of(rest);
    }

    /** Describes a JSON value in few words, for messages. */
    public static String describe(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        if (value.isContainerNode()) {
            return value.isArray() ? "a list" : "an object";
        }
        String text = value.toString();
        String shown = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text;
        return value.isNull() ? "null" : value.getNodeType().toString().toLowerCase(Locale.ROOT) + " " + shown;
    }

    /** Returns the exception that names the place, the field, what stands there and what should. */
    public DataFormatException failure(String name, String expected) {
        return failure(path + name, object.get(name), expected);
    }

    private DataFormatException failure(String fieldPath, @Nullable JsonNode found, String expected) {
        return new DataFormatException("Bad field \"" + fieldPath + "\"", place, describe(found), expected);
    }

    private @Nullable Integer integerOrNull(String name, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw failure(name, "whole numbers");
        }
        return value.intValue();
    }

    private @Nullable JsonNode use(String name) {
        used.add(name);
        return object.get(name);
    }
}
