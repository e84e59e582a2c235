package dev.lichen.lm.rendering;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Renders probes instead of messages, once for each order of roles, and fills in the messages afterwards. */
final class Layouts {

    private final ChatTemplate template;
    private final Map<Shape, Layout> known = new ConcurrentHashMap<>();

    Layouts(ChatTemplate template) {
        this.template = template;
    }

    private record Shape(List<Role> roles, boolean addGenerationPrompt) {}

    /** Returns the conversation as text. */
    RenderedText conversation(List<Message> messages) {
        return text(messages, false);
    }

    /** Returns the conversation as text, with the opening of the assistant's next turn. */
    RenderedText prompt(List<Message> messages) {
        return text(messages, true);
    }

    private RenderedText text(List<Message> messages, boolean addGenerationPrompt) {
        Shape shape = new Shape(messages.stream().map(Message::role).toList(), addGenerationPrompt);
        return known.computeIfAbsent(shape, this::layout).fill(messages);
    }

    private Layout layout(Shape shape) {
        return Layout.of(render(shape, Probe::of), render(shape, Probe::padded));
    }

    private String render(Shape shape, IntFunction<String> probe) {
        List<Map<String, String>> messages = IntStream.range(0, shape.roles.size())
                .mapToObj(i -> Map.of("role", shape.roles.get(i).jsonName(), "content", probe.apply(i)))
                .toList();
        return template.render(messages, shape.addGenerationPrompt);
    }
}
