package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import dev.lichen.annotation.account.AccessToken;
import dev.lichen.annotation.account.AccessTokens;
import dev.lichen.annotation.account.TokenRequest;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes tokens for programs, shows each once, and lists them with their last use. */
final class TokenForm extends Div {

    private static final int USUAL_DAYS = 90;

    private final AccessTokens tokens;
    private final UUID me;
    private final Map<UUID, String> projects;
    private final Input name = Parts.input("text", "");
    private final Input days = Parts.input("text", String.valueOf(USUAL_DAYS));
    private final Choice project = new Choice("");
    private final Map<TokenScope, Tick> scopes = new EnumMap<>(TokenScope.class);
    private final ErrorLine error = new ErrorLine();
    private final Div made = new Div();
    private final Div list = new Div();

    TokenForm(AccessTokens tokens, Projects projects, UUID me) {
        this.tokens = tokens;
        this.me = me;
        this.projects = projects.list(me).stream().collect(Collectors.toMap(Project::id, Project::name));
        days.getElement().setAttribute("inputmode", "numeric");
        project.with("", getTranslation("tokens.project.all"));
        this.projects.forEach((id, title) -> project.with(id.toString(), title));
        made.getElement().setAttribute("role", "status");
        add(Parts.panel(
                getTranslation("tokens.title"),
                Parts.quiet(getTranslation("tokens.help")),
                Parts.of(
                        "fields",
                        Parts.field(getTranslation("tokens.name"), name, getTranslation("tokens.name.help")),
                        Parts.field(getTranslation("tokens.days"), days, getTranslation("tokens.days.help")),
                        Parts.field(getTranslation("tokens.project"), project)),
                Parts.quiet(getTranslation("tokens.scopes")),
                ticks(),
                error,
                Parts.row(Parts.button(getTranslation("tokens.make"), this::make)),
                made,
                list));
        show();
    }

    private Div ticks() {
        List<Component> all = new ArrayList<>();
        for (TokenScope scope : TokenScope.values()) {
            Tick tick = new Tick(scope == TokenScope.PROJECTS_READ);
            scopes.put(scope, tick);
            all.add(Parts.ticked(getTranslation("tokens.scope." + scope.name()), tick));
        }
        return Parts.row(all.toArray(Component[]::new));
    }

    private void make() {
        made.removeAll();
        error.attempt(() -> {
            Set<TokenScope> wanted = scopes.entrySet().stream()
                    .filter(scope -> scope.getValue().getValue())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            UUID only = project.getValue().isEmpty() ? null : UUID.fromString(project.getValue());
            TokenRequest request = new TokenRequest(name.getValue(), wanted, only, Integer.parseInt(days.getValue()));
            String text = tokens.create(me, request);
            made.add(new Span(getTranslation("tokens.once") + " "), new Code(text));
            name.setValue("");
            show();
        });
    }

    /** Lists the tokens as they are now. */
    void show() {
        list.removeAll();
        List<AccessToken> all = tokens.list(me);
        if (!all.isEmpty()) {
            list.add(Parts.table(
                    List.of(
                            getTranslation("tokens.name"),
                            getTranslation("tokens.scopes.short"),
                            getTranslation("tokens.project"),
                            getTranslation("tokens.expires"),
                            getTranslation("tokens.used"),
                            getTranslation("tokens.end")),
                    all.stream().map(this::row).toList()));
        }
    }

    private List<Component> row(AccessToken token) {
        String words = token.scopes().stream().sorted().map(TokenScope::word).collect(Collectors.joining(", "));
        UUID only = token.project();
        String where = only == null ? getTranslation("tokens.project.all") : projects.getOrDefault(only, "–");
        return List.of(
                new Span(token.name()),
                new Span(words),
                new Span(where),
                new Span(moment(token.expiresAt())),
                new Span(moment(token.lastUsedAt())),
                end(token));
    }

    private Component end(AccessToken token) {
        if (token.revokedAt() != null) {
            return new Span(getTranslation("tokens.ended", moment(token.revokedAt())));
        }
        return Parts.quietButton(getTranslation("tokens.revoke", token.name()), () -> {
            tokens.revoke(me, token.id());
            show();
        });
    }

    private String moment(@Nullable Instant instant) {
        return instant == null ? getTranslation("tokens.never") : Parts.moment(instant);
    }
}
