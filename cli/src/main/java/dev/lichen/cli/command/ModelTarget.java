package dev.lichen.cli.command;

import dev.lichen.lm.checkpoint.ElementType;
import dev.lichen.lm.checkpoint.GgufImport;
import dev.lichen.lm.checkpoint.ModelContents;
import dev.lichen.lm.checkpoint.ModelFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names the folder that a model is written to, and the number format of its weights there. */
final class ModelTarget {

    /** The number formats that weights are written in. */
    enum Storage {
        FLOAT32(ElementType.FLOAT32),
        FLOAT16(ElementType.FLOAT16),
        BFLOAT16(ElementType.BFLOAT16);

        private final ElementType type;

        Storage(ElementType type) {
            this.type = type;
        }
    }

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "The folder to write.")
    private Path target = Path.of("");

    @Option(
            names = "--storage",
            defaultValue = "float32",
            description = "Number format of the weights: float32, float16 or bfloat16 (default: ${DEFAULT-VALUE}).")
    private Storage storage = Storage.FLOAT32;

    /** Copies a model folder and says what came out. */
    void copy(Path source, Printer printer) {
        ModelFolder from = ModelFolder.open(source);
        Map<String, Object> properties = new LinkedHashMap<>();
        from.properties().forEach((name, value) -> putIfPresent(properties, name, value));
        ModelContents contents = new ModelContents(
                from.huggingFaceConfig(), from.kind(), from.weights(), storage.type, properties, from.companions());
        print(ModelFolder.write(target, contents), printer);
    }

    /** Imports a GGUF file and says what came out. */
    void importGguf(Path source, Printer printer) {
        print(GgufImport.importTo(source, target, storage.type), printer);
    }

    private void print(ModelFolder written, Printer printer) {
        long parameters = written.config().parameterCount();
        printer.print(
                Map.of(
                        "to", target.toString(),
                        "kind", written.kind().code(),
                        "parameters", parameters,
                        "weights_sha256", written.weightsHash()),
                "%s: %s, %,d parameters".formatted(target, written.kind().code(), parameters));
    }

    private static void putIfPresent(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
