package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lichen.cli.chat.ChatSession;
import dev.lichen.cli.model.LoadedModel;
import dev.lichen.lm.generation.SamplingConfig;
import dev.lichen.lm.transformer.Compute;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandTest {

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() {
        model = TinyModelFolder.write(folder.resolve("tiny"), 1);
    }

    @Test
    void answersEachLineUntilTheInputEnds() {
        String said = talk("Hi\n\nHo\n");
        assertEquals(4, said.split("> ", -1).length - 1, said); // three lines and the end
    }

    @Test
    void exitEndsTheSession() {
        assertEquals("> ", talk("/exit\nHi\n"));
    }

    @Test
    void clearForgetsWhatWasSaid() {
        String afresh = lastAnswer(talk("Hi\n"));
        assertEquals(afresh, lastAnswer(talk("A long question before\n/clear\nHi\n")));
    }

    @Test
    void longConversationGoesOn() { // the context holds 96 tokens, a question about 30
        assertFalse(talk("What is the matter?\n".repeat(6)).isEmpty());
    }

    private static String lastAnswer(String said) {
        String[] parts = said.split("> ", -1);
        return parts[parts.length - 2];
    }

    private String talk(String lines) {
        StringWriter output = new StringWriter();
        try (LoadedModel loaded = LoadedModel.open(model, Compute.reference())) {
            new ChatSession(loaded, SamplingConfig.ancestral(6), 1, List.of())
                    .talk(new BufferedReader(new StringReader(lines)), new PrintWriter(output));
        }
        return output.toString();
    }
}
