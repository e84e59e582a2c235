package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the few kinds of elements that pages are built of, with the classes that the style sheet knows. */
final class Parts {

    private static final AtomicInteger NAMES = new AtomicInteger();

    private Parts() {}

    /** The main part of a page, which the link "skip to content" leads to. */
    @Tag("main")
    static final class MainPart extends HtmlContainer {
        MainPart(Component... parts) {
            super(parts);
            setId("content");
        }
    }

    static Header heading(String title, Component... beside) {
        Header header = new Header(new H1(title));
        header.add(beside);
        return header;
    }

    static Section panel(String title, Component... parts) {
        Section panel = new Section(new H2(title));
        panel.addClassName("panel");
        panel.add(parts);
        return panel;
    }

    /** A panel to which parts are added later. */
    static Div panelled(String title, Component... parts) {
        Div panel = of("panel", new H2(title));
        panel.add(parts);
        return panel;
    }

    static Paragraph quiet(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("quiet");
        return paragraph;
    }

    static Div row(Component... parts) {
        return of("row", parts);
    }

    static Div of(String className, Component... parts) {
        Div div = new Div(parts);
        div.addClassName(className);
        return div;
    }

    static NativeButton button(String text, Runnable action) {
        NativeButton button = new NativeButton(text, event -> action.run());
        button.addClassName("button");
        button.getElement().setAttribute("type", "button");
        return button;
    }

    static NativeButton quietButton(String text, Runnable action) {
        NativeButton button = button(text, action);
        button.addClassName("quiet");
        return button;
    }

    static NativeButton dangerButton(String text, Runnable action) {
        NativeButton button = button(text, action);
        button.addClassName("danger");
        return button;
    }

    static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.addClassName("button");
        return link;
    }

    static Input input(String type, String value) {
        Input input = new Input();
        input.setType(type);
        input.setValue(value);
        return input;
    }

    /** Puts a label, and a word of help if there is one, to an input. */
    static Div field(String label, Component input, String help) {
        return labelled(label, input, help);
    }

    static Div field(String label, Component input) {
        return labelled(label, input, "");
    }

    static NativeLabel ticked(String label, Tick tick) {
        NativeLabel whole = new NativeLabel();
        whole.addClassName("check");
        whole.add(tick, new Span(label));
        return whole;
    }

    /** A table that scrolls by itself where the screen is narrow. */
    static Div table(List<String> headings, List<List<Component>> rows) {
        NativeTableRow head = new NativeTableRow();
        headings.forEach(heading -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        NativeTableBody body = new NativeTableBody();
        rows.forEach(cells -> {
            NativeTableRow row = new NativeTableRow();
            cells.forEach(cell -> row.add(new NativeTableCell(cell)));
            body.add(row);
        });
        Div scroll = of("scroll", new NativeTable(new NativeTableHeader(head), body));
        scroll.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        return scroll;
    }

    /** Returns the beginning of a text on one line. */
    static String start(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > longest ? line.substring(0, longest) + "…" : line;
    }

    /** Returns a share in whole per cent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f\u00a0%%", 100 * share);
    }

    /** Returns a moment as the reader's language writes it, in the time zone of their browser. */
    static String moment(Instant time) {
        UI ui = UI.getCurrent();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(ui.getLocale())
                .format(time.atZone(BrowserZone.of(ui)));
    }

    static String id(String prefix) {
        return prefix.toLowerCase(Locale.ROOT) + "-" + NAMES.incrementAndGet();
    }

    private static Div labelled(String label, Component input, String help) {
        String id = id("field");
        input.setId(id);
        NativeLabel name = new NativeLabel(label);
        name.setFor(id);
        Div field = of("field", name, input);
        if (!help.isEmpty()) {
            Div words = of("help");
            words.setText(help);
            words.setId(id + "-help");
            input.getElement().setAttribute("aria-describedby", id + "-help");
            field.add(words);
        }
        return field;
    }
}
