package dev.lichen.lm.rendering;

import dev.lichen.lm.tokenizer.TokenizerSettings;
import java.util.List;
import java.util.Map;

/** The chat template that Lichen gives to tokenizers of its own, and its control tokens. */
public final class ChatMl {

    /** Ends a text. */
    public static final String END_OF_TEXT = "<|endoftext|>";

    /** Opens a turn; the role's name and a line break follow. */
    public static final String START_OF_TURN = "<|im_start|>";

    /** Ends a turn. */
    public static final String END_OF_TURN = "<|im_end|>";

    /** The control tokens, in the order of their ids in a tokenizer that Lichen trains. */
    public static final List<String> CONTROL_TOKENS = List.of(END_OF_TEXT, START_OF_TURN, END_OF_TURN);

    /** The template's Jinja source. */
    public static final String TEMPLATE = """
            {% for message in messages %}
            {{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}
            {%- endfor %}
            {% if add_generation_prompt %}
            {{ '<|im_start|>assistant\\n' }}
            {%- endif %}
            """;

    private ChatMl() {}

    /** Returns the settings of a tokenizer that Lichen trains. */
    public static TokenizerSettings settings() {
        Map<String, String> specialTokens =
                Map.of("bos_token", END_OF_TEXT, "eos_token", END_OF_TEXT, "pad_token", END_OF_TEXT);
        return new TokenizerSettings(specialTokens, TEMPLATE);
    }
}
