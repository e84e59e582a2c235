package dev.lichen.lm.rendering;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.LegacyOverrides;
import com.hubspot.jinjava.el.JinjavaInterpreterResolver;
import com.hubspot.jinjava.interpret.RenderResult;
import com.hubspot.jinjava.interpret.TemplateError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jinjava.javax.el.CompositeELResolver;

/**
 * Writes a list of messages as the text that a model was trained to read: the Jinja template of
 * {@code tokenizer_config.json}.
 *
 * <p>White space is treated as Hugging Face treats it ({@code trim_blocks}, {@code lstrip_blocks}). A template sees
 * {@code messages}, {@code add_generation_prompt}, the special tokens ({@code bos_token}, {@code eos_token}, …), the
 * variables given here, and the functions {@code raise_exception} and {@code strftime_now}. The latter answers with a
 * fixed day, 26 July 2024, so that a conversation has the same tokens whenever it is rendered.
 */
public final class ChatTemplate {

    private static final Jinjava JINJA = jinja();

    private final String source;
    private final Map<String, Object> variables;

    private ChatTemplate(String source, Map<String, Object> variables) {
        this.source = source;
        this.variables = variables;
    }

    /**
     * Reads a template.
     *
     * @param source Jinja source
     * @param variables what the template may look up by name, special tokens included
     */
    public static ChatTemplate of(String source, Map<String, ?> variables) {
        return new ChatTemplate(TemplateDialect.translate(source), Map.copyOf(variables));
    }

    /**
     * Renders messages, each a map with {@code role} and {@code content}.
     *
     * @param addGenerationPrompt whether the text ends with the opening of an assistant's turn
     * @throws ChatTemplateException if the template is not valid or refuses the messages
     */
    public String render(List<Map<String, String>> messages, boolean addGenerationPrompt) {
        Map<String, Object> context = new HashMap<>(variables);
        context.put("messages", messages);
        context.put("add_generation_prompt", addGenerationPrompt);
        RenderResult result = JINJA.renderForResult(source, context);
        for (TemplateError error : result.getErrors()) {
            throw refusal(error);
        }
        return result.getOutput();
    }

    private static ChatTemplateException refusal(TemplateError error) {
        Throwable cause = error.getException();
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof TemplateFunctions.Refusal) {
                return new ChatTemplateException("the chat template refuses the conversation: " + reason.getMessage());
            }
        }
        return new ChatTemplateException(
                "the chat template fails in line %d: %s".formatted(error.getLineno(), firstLine(error)), cause);
    }

    private static String firstLine(TemplateError error) {
        return error.getMessage().lines().findFirst().orElse("no reason given");
    }

    private static Jinjava jinja() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new PythonMethods());
        resolver.add(JinjavaInterpreterResolver.DEFAULT_RESOLVER_READ_ONLY);
        Jinjava jinja = new Jinjava(JinjavaConfig.newBuilder()
                .withTrimBlocks(true)
                .withLstripBlocks(true)
                .withKeepTrailingNewline(true) // of the text; the one of the source goes in TemplateDialect
                .withNestedInterpretationEnabled(false) // a message is text, never a template
                .withLegacyOverrides(LegacyOverrides.newBuilder()
                        .withUseNaturalOperatorPrecedence(true)
                        .withParseWhitespaceControlStrictly(true)
                        .withAllowAdjacentTextNodes(true)
                        .withUseTrimmingForNotesAndExpressions(true)
                        .withKeepNullableLoopValues(true)
                        .build())
                .withElResolver(resolver)
                .build());
        TemplateFunctions.registerIn(jinja);
        return jinja;
    }
}
