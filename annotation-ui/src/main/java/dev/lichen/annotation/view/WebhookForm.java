package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.webhook.Delivery;
import dev.lichen.annotation.webhook.Webhook;
import dev.lichen.annotation.webhook.WebhookEvent;
import dev.lichen.annotation.webhook.Webhooks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Adds and removes the addresses that are told of a project's events, and shows what was sent. */
final class WebhookForm extends Div {

    private static final int SHOWN = 50;

    private final Webhooks webhooks;
    private final UUID me;
    private final UUID project;
    private final Input address = Parts.input("url", "");
    private final Map<WebhookEvent, Tick> events = new EnumMap<>(WebhookEvent.class);
    private final ErrorLine error = new ErrorLine();
    private final Div made = new Div();
    private final Div list = new Div();

    WebhookForm(Webhooks webhooks, UUID me, Project project) {
        this.webhooks = webhooks;
        this.me = me;
        this.project = project.id();
        made.getElement().setAttribute("role", "status");
        add(Parts.panel(
                getTranslation("webhooks.title"),
                Parts.quiet(getTranslation("webhooks.help")),
                Parts.field(getTranslation("webhooks.address"), address),
                ticks(),
                error,
                Parts.row(Parts.button(getTranslation("webhooks.add"), this::make)),
                made,
                list));
        show();
    }

    private Div ticks() {
        List<Component> all = new ArrayList<>();
        for (WebhookEvent event : WebhookEvent.values()) {
            Tick tick = new Tick(true);
            events.put(event, tick);
            all.add(Parts.ticked(getTranslation("webhooks.event." + event.name()), tick));
        }
        return Parts.row(all.toArray(Component[]::new));
    }

    private void make() {
        made.removeAll();
        error.attempt(
                () -> {
                    Set<WebhookEvent> wanted = events.entrySet().stream()
                            .filter(event -> event.getValue().getValue())
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
                    String secret = webhooks.add(me, project, address.getValue(), wanted);
                    made.add(new Span(getTranslation("webhooks.secret") + " "), new Code(secret));
                    address.setValue("");
                },
                this::show);
    }

    private void show() {
        list.removeAll();
        List<Webhook> all = webhooks.list(me, project);
        if (all.isEmpty()) {
            return;
        }
        list.add(Parts.table(
                List.of(
                        getTranslation("webhooks.address"),
                        getTranslation("webhooks.events"),
                        getTranslation("webhooks.remove")),
                all.stream().map(this::row).toList()));
        Map<UUID, String> names = all.stream().collect(Collectors.toMap(Webhook::id, Webhook::address));
        List<Delivery> sent = webhooks.deliveries(me, project, SHOWN);
        if (!sent.isEmpty()) {
            list.add(Parts.table(
                    List.of(
                            getTranslation("webhooks.sent"),
                            getTranslation("webhooks.events"),
                            getTranslation("webhooks.address"),
                            getTranslation("webhooks.state"),
                            getTranslation("webhooks.attempts")),
                    sent.stream().map(one -> row(one, names)).toList()));
        }
    }

    private List<Component> row(Webhook webhook) {
        String words =
                webhook.events().stream().sorted().map(WebhookEvent::word).collect(Collectors.joining(", "));
        Component remove = Parts.quietButton(
                getTranslation("webhooks.remove.one", webhook.address()),
                () -> error.attempt(() -> webhooks.remove(me, project, webhook.id()), this::show));
        return List.of(new Span(webhook.address()), new Span(words), remove);
    }

    private List<Component> row(Delivery delivery, Map<UUID, String> names) {
        String outcome = delivery.outcome() == null ? "" : " · " + delivery.outcome();
        return List.of(
                new Span(Parts.moment(delivery.createdAt())),
                new Span(delivery.event()),
                new Span(names.getOrDefault(delivery.webhook(), "–")),
                new Span(getTranslation("webhooks.state." + delivery.state()) + outcome),
                new Span(String.valueOf(delivery.attempts())));
    }
}
