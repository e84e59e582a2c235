package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.lichen.annotation.project.ItemFilter;
import dev.lichen.annotation.project.ItemList;
import dev.lichen.annotation.project.ItemState;
import dev.lichen.annotation.project.ListedItem;
import dev.lichen.annotation.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The items of a project, a page at a time; what is looked for stands in the address, so that it can be kept and sent. */
final class ItemsForm extends Div {

    private static final int PAGE = 50;
    private static final int LONGEST_QUESTION = 110;
    private static final String ANY = "";

    private final ItemList list;
    private final UUID me;
    private final Project project;
    private final Input words;
    private final Choice state;
    private final Div results = Parts.of("form");
    private final Span found = new Span();

    ItemsForm(ItemList list, UUID me, Project project, QueryParameters asked) {
        this.list = list;
        this.me = me;
        this.project = project;
        addClassName("form");
        words = Parts.input("search", asked.getSingleParameter("q").orElse(""));
        state = states(asked.getSingleParameter("state").orElse(ANY));
        words.addValueChangeListener(change -> search());
        state.addValueChangeListener(change -> search());
        found.addClassName("quiet");
        found.getElement().setAttribute("role", "status");
        add(Parts.panel(
                getTranslation("project.items"),
                Parts.of(
                        "fields",
                        Parts.field(getTranslation("items.words"), words, getTranslation("items.words.help")),
                        Parts.field(getTranslation("items.state"), state)),
                Parts.row(Parts.quietButton(getTranslation("items.search"), this::search), found),
                results));
        show(number(asked.getSingleParameter("after")));
    }

    private Choice states(String chosen) {
        boolean known = Stream.of(ItemState.values()).anyMatch(one -> one.name().equals(chosen));
        Choice choice = new Choice(known ? chosen : ANY).with(ANY, getTranslation("items.state.any"));
        for (ItemState one : ItemState.values()) {
            choice.with(one.name(), getTranslation("item.state." + one.name()));
        }
        return choice;
    }

    private void search() {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address(0)));
        show(0);
    }

    private void show(long after) {
        results.removeAll();
        List<ListedItem> oneMore = list.page(me, project.id(), filter(), after, PAGE + 1);
        List<ListedItem> items = oneMore.subList(0, Math.min(PAGE, oneMore.size()));
        if (items.isEmpty()) {
            found.setText(getTranslation("items.none"));
            return;
        }
        found.setText(getTranslation(
                "items.shown", items.getFirst().number(), items.getLast().number()));
        results.add(table(items), pages(after, oneMore.size() > PAGE, items.getLast()));
    }

    /** Gold that is withheld is gold too. */
    private ItemFilter filter() {
        String chosen = state.getValue();
        boolean gold = chosen.equals(ItemState.GOLD.name());
        @Nullable ItemState only = gold || chosen.equals(ANY) ? null : ItemState.valueOf(chosen);
        return new ItemFilter(words.getValue(), only, gold ? true : null);
    }

    private Component table(List<ListedItem> items) {
        Div table = Parts.table(
                Stream.of(
                                "audit.number",
                                "history.question",
                                "items.answers",
                                "items.language",
                                "items.source",
                                "items.judgements",
                                "items.priority",
                                "items.state")
                        .map(this::getTranslation)
                        .toList(),
                items.stream().map(this::row).toList());
        table.addClassName("listing");
        return table;
    }

    private List<Component> row(ListedItem item) {
        ListedItem.Handling handling = item.handling();
        return List.of(
                new Span("#" + item.number()),
                new Anchor(
                        "projects/" + project.slug() + "/items/" + item.number(),
                        Parts.start(item.prompt().getLast().content(), LONGEST_QUESTION)),
                new Span(item.answers() == 0 ? getTranslation("items.to-write") : String.valueOf(item.answers())),
                new Span(orDash(item.language())),
                new Span(orDash(item.source())),
                new Span(handling.progress()),
                new Span(String.valueOf(handling.priority())),
                state(item));
    }

    private Component state(ListedItem item) {
        Div state = new Div(new Span(getTranslation("item.state." + item.state().name())));
        if (item.handling().gold() && item.state() != ItemState.GOLD) {
            state.add(Parts.quiet(getTranslation("item.state.GOLD")));
        }
        return state;
    }

    private Component pages(long after, boolean more, ListedItem last) {
        Div pages = Parts.row();
        if (after > 0) {
            pages.add(quietLink(address(0), getTranslation("items.first")));
        }
        if (more) {
            pages.add(quietLink(address(last.number()), getTranslation("items.next")));
        }
        return pages;
    }

    private static Anchor quietLink(String address, String text) {
        Anchor link = Parts.link(address, text);
        link.addClassName("quiet");
        return link;
    }

    private String address(long after) {
        Map<String, String> asked = new TreeMap<>();
        asked.put("q", words.getValue());
        asked.put("state", state.getValue());
        asked.put("after", after == 0 ? "" : String.valueOf(after));
        asked.values().removeIf(String::isEmpty);
        String query = QueryParameters.simple(asked).getQueryString();
        return "projects/" + project.slug() + "/items" + (query.isEmpty() ? "" : "?" + query);
    }

    /** Whatever else stands in the address begins at the first item. */
    private static long number(Optional<String> asked) {
        return asked.filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
