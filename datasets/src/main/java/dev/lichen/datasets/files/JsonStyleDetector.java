package dev.lichen.datasets.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out how a JSON file is laid out. */
final class JsonStyleDetector {

    private static final int HEAD = 4 << 20;
    private static final int BUFFER = 1 << 16;
    private static final Pattern INDENT = Pattern.compile("\\A\\s*[\\[{]\\r?\\n( *)");
    private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u(?!00[0-7])");
    private static final Pattern SLASH = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\/");
    private static final Pattern SPACED = Pattern.compile("\\A[^:]*?\": ");

    private JsonStyleDetector() {}

    static JsonStyle detect(Path file) {
        try (DataFile data = DataFile.open(file, ReadProgress.SILENT)) {
            if (data.container() != Container.JSON_LINES && data.container() != Container.JSON_VALUES) {
                throw new DataFormatException(
                        "No style to follow", Place.of(file), "no JSON", "JSON lines or a JSON array");
            }
            InputStream input = data.input();
            byte[] head = input.readNBytes(HEAD);
            byte last = head.length == 0 ? 0 : head[head.length - 1];
            byte[] buffer = new byte[BUFFER];
            for (int read = input.read(buffer); read > 0; read = input.read(buffer)) {
                last = buffer[read - 1];
            }
            return style(head, last == '\n');
        } catch (IOException e) {
            throw DataFile.failure(file, e);
        }
    }

    private static JsonStyle style(byte[] head, boolean finalNewline) {
        String text = new String(head, StandardCharsets.UTF_8);
        String start = text.stripLeading();
        Matcher indent = INDENT.matcher(text);
        boolean beyondAscii = text.chars().anyMatch(c -> c > 0x7F);
        return new JsonStyle(
                indent.find() ? indent.group(1).length() : -1,
                SPACED.matcher(text).find(),
                !beyondAscii && ESCAPED.matcher(text).find(),
                SLASH.matcher(text).find(),
                start.startsWith("["),
                finalNewline,
                order(head));
    }

    /** Learns from as many whole objects as the head holds. */
    private static FieldOrder order(byte[] head) {
        FieldOrder order = new FieldOrder();
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(Arrays.copyOf(head, head.length))) {
            JsonToken token = parser.nextToken();
            boolean array = token == JsonToken.START_ARRAY;
            token = array ? parser.nextToken() : token;
            while (token != null && token != JsonToken.END_ARRAY) {
                JsonNode node = Json.VALUES.readTree(parser);
                order.learn(node, "");
                token = parser.nextToken();
            }
        } catch (JsonProcessingException e) {
            return order;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
        return order;
    }
}
