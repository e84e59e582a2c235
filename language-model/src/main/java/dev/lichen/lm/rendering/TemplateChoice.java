package dev.lichen.lm.rendering;

import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.lm.tokenizer.TokenizerSettings;
import java.util.HashMap;
import java.util.Map;

/**
 * The template of a tokenizer, or the one used in its place.
 *
 * @param template the template
 * @param notice what a user should know about the choice, empty if the tokenizer has a template
 */
record TemplateChoice(ChatTemplate template, String notice) {

    /** Names the speaker in words and ends each turn with the end-of-text token: roles cannot be forged without it. */
    private static final String PLAIN = """
            {% for message in messages %}
            {{ message.role + ':\\n' + message.content + eos_token + '\\n' }}
            {%- endfor %}
            {% if add_generation_prompt %}
            {{ 'assistant:\\n' }}
            {%- endif %}
            """;

    static TemplateChoice of(Tokenizer tokenizer) {
        TokenizerSettings settings = tokenizer.settings();
        if (settings.hasChatTemplate()) {
            return new TemplateChoice(template(settings.chatTemplate(), settings), "");
        }
        if (has(tokenizer, ChatMl.START_OF_TURN) && has(tokenizer, ChatMl.END_OF_TURN)) {
            return fallback(ChatMl.TEMPLATE, "ChatML (" + ChatMl.START_OF_TURN + ")", settings);
        }
        return fallback(PLAIN, "role names and the end-of-text token", settings);
    }

    private static boolean has(Tokenizer tokenizer, String literal) {
        return tokenizer.controlToken(literal).isPresent();
    }

    private static TemplateChoice fallback(String source, String description, TokenizerSettings settings) {
        return new TemplateChoice(
                template(source, settings),
                "the tokenizer has no chat template; turns are written with " + description);
    }

    /** Templates that can ask a model to think first are asked for the plain reply that they are trained on here. */
    private static ChatTemplate template(String source, TokenizerSettings settings) {
        Map<String, Object> variables = new HashMap<>(settings.specialTokens());
        variables.put("enable_thinking", false);
        return ChatTemplate.of(source, variables);
    }
}
