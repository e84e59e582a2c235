package dev.lichen.cli.candidates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.cli.stage.Versions;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.training.ContentHash;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an answer's model and sampler were.
 *
 * @param model the model's folder
 * @param weights SHA-256 of its weights
 * @param tokenizer SHA-256 of the tokenizer's file, the chat template of which is part of the configuration beside it
 * @param template SHA-256 of the file with the chat template
 * @param engine the program and its version
 * @param config how answers were drawn
 */
record Origin(String model, String weights, String tokenizer, String template, String engine, CandidatesConfig config) {

    private static final String TOKENIZER = "tokenizer.json";
    private static final String TEMPLATE = "chat_template.jinja";
    private static final String TOKENIZER_CONFIG = "tokenizer_config.json";

    static Origin of(Path model, CandidatesConfig config) {
        Path template =
                Files.exists(model.resolve(TEMPLATE)) ? model.resolve(TEMPLATE) : model.resolve(TOKENIZER_CONFIG);
        return new Origin(
                model.toString(),
                ModelFolder.open(model).weightsHash(),
                ContentHash.of(model.resolve(TOKENIZER)),
                ContentHash.of(template),
                "lichen " + Versions.ofProgram(),
                config);
    }

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("weights_sha256", weights).put("tokenizer_sha256", tokenizer).put("chat_template_sha256", template);
        json.put("temperature", config.temperature()).put("top_p", config.topP());
        json.put("max_new_tokens", config.maximumNewTokens()).put("engine", engine);
        return json;
    }
}
