package dev.lichen.annotation.rendering;

import dev.lichen.InternalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Knows what TeX commands without arguments stand for. */
final class TexSymbols {

    private static final String FILE = "/rendering/tex.properties";

    private final Map<String, Symbol> symbols = new HashMap<>();

    TexSymbols() {
        Properties properties = new Properties();
        try (InputStream stream = TexSymbols.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new InternalException("The program lacks its file " + FILE);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InternalException("Cannot read " + FILE, e);
        }
        properties.forEach((command, symbol) -> symbols.put(command.toString(), Symbol.of(symbol.toString())));
    }

    /** What a command stands for: how its sign is set, and the sign. */
    record Symbol(String kind, String sign) {

        static Symbol of(String line) {
            String[] parts = line.split(" ", 2);
            return new Symbol(parts[0], parts[1]);
        }
    }

    Optional<Symbol> find(String command) {
        return Optional.ofNullable(symbols.get(command));
    }
}
