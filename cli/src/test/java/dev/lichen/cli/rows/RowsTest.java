package dev.lichen.cli.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Place;
import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.rendering.ChatMl;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.BpeTrainer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizerFiles;
import dev.lichen.lm.tokenizer.MaskedTokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static final TransformerConfig MODEL =
            new TransformerConfig(259, 8, 1, 1, 1, 8, 8, 100, 1e-6, RotaryEmbedding.of(10_000), true);

    private static HuggingFaceTokenizer tokenizer;
    private static Rows rows;

    @BeforeAll
    static void openTokenizer() {
        var vocabulary = new BpeTrainer(ChatMl.CONTROL_TOKENS, 259).train(List.of());
        tokenizer = HuggingFaceTokenizer.of(HuggingFaceTokenizerFiles.create(vocabulary, ChatMl.settings()));
        ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
        rows = new Rows(() -> renderer, MODEL);
    }

    @AfterAll
    static void closeTokenizer() {
        tokenizer.close();
    }

    @Test
    void stringPromptIsAUsersMessage() throws IOException {
        GenerationRow row = rows.generation(fields("{'prompt':'Hi','extra':1}"));
        assertEquals(
                "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n",
                tokenizer.decodeWithControlTokens(row.prompt()));
        assertTrue(row.isText());
        assertEquals(1, row.json().get("extra").asInt());
    }

    @Test
    void promptResponseAndMessagesMeanTheSame() throws IOException {
        MaskedTokens one =
                rows.scoring(fields("{'prompt':'Hi','response':'Ho'}")).tokens();
        MaskedTokens other = rows.scoring(
                        fields("{'messages':[{'role':'user','content':'Hi'},{'role':'assistant','content':'Ho'}]}"))
                .tokens();
        assertEquals(one, other);
        assertEquals(3, one.mask().count()); // H, o, end of turn
    }

    @Test
    void onlyTheLastReplyIsScored() throws IOException {
        String row = "{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'bbbb'},"
                + "{'role':'user','content':'c'},{'role':'assistant','content':'dd'}]}";
        assertEquals(3, rows.scoring(fields(row)).tokens().mask().count());
    }

    @Test
    void idsNeedNoTokenizer() throws IOException {
        Rows without = new Rows(
                () -> {
                    throw new IllegalStateException("no tokenizer");
                },
                MODEL);
        assertFalse(without.generation(fields("{'ids':[1,2,3]}")).isText());
        assertEquals(
                2, without.scoring(fields("{'ids':[1,2,3]}")).tokens().mask().count());
        assertEquals(
                1,
                without.scoring(fields("{'ids':[1,2,3],'from':2}"))
                        .tokens()
                        .mask()
                        .count());
    }

    @Test
    void badRowsNameFileLineAndField() throws IOException {
        fails("{'text':'Hi'}", "Bad row at rows.jsonl:7: found none of its fields");
        fails("{'ids':[1,-2]}", "\"ids\"");
        fails("{'ids':[]}", "\"ids\"");
        fails("{'ids':[259]}", "from 0 to 258");
        fails("{'prompt':'%s'}".formatted("a".repeat(100)), "too long for the model's context at rows.jsonl:7");
        fails("{'messages':[]}", "\"messages\"");
    }

    @Test
    void scoringStartsInsideTheRow() throws IOException {
        JsonFields row = fields("{'ids':[1,2],'from':3}");
        assertThrows(DataFormatException.class, () -> rows.scoring(row));
    }

    @Test
    void scoredMessagesEndWithTheAssistant() throws IOException {
        JsonFields row = fields("{'messages':[{'role':'user','content':'Hi'}]}");
        assertThrows(DataFormatException.class, () -> rows.scoring(row));
    }

    private static void fails(String json, String part) throws IOException {
        JsonFields row = fields(json);
        String message = assertThrows(DataFormatException.class, () -> rows.generation(row))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private static JsonFields fields(String json) throws IOException {
        ObjectNode node = (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        return new JsonFields(node, new Place(Path.of("rows.jsonl"), 7));
    }
}
