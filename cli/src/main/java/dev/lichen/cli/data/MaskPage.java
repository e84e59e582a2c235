package dev.lichen.cli.data;

import dev.lichen.evaluation.markup.Markup;
import dev.lichen.evaluation.report.PageFrame;
import dev.lichen.evaluation.report.Sections;
import java.util.List;
import java.util.stream.Collectors;

/** Shows rendered conversations as one HTML page; what is learned from is underlined and tinted, tokens are divided by hairlines. */
public final class MaskPage {

    private MaskPage() {}

    /** Returns the page. */
    public static String render(String file, String model, List<MaskedText> texts) {
        String name = file.replaceFirst("^.*[/\\\\]", "");
        Markup page = PageFrame.open("What is learned from " + name);
        page.element("p", "Loss mask, rendered by " + model, "class", "kicker");
        page.element("h1", "What is learned from " + name);
        Sections.note(page, file);
        page.open("p")
                .text("Tokens that a model learns to write ")
                .element("span", "look like this", "class", "token learned")
                .text("; the others are read only. A token's number and place show when the pointer rests on it.")
                .close();
        texts.forEach(text -> add(page, text));
        return PageFrame.close(page);
    }

    private static void add(Markup page, MaskedText text) {
        Sections.open(page, "record-" + text.record() + "-" + text.name().replaceAll("\\W+", "-"), text.name());
        Sections.note(page, "%,d tokens, %,d learned from".formatted(text.tokens(), text.learned()));
        page.open("p", "class", "text tokens");
        text.pieces().forEach(piece -> addPiece(page, piece));
        page.close().close();
    }

    private static void addPiece(Markup page, MaskedText.Piece piece) {
        String ids = piece.ids().stream().map(String::valueOf).collect(Collectors.joining(", "));
        page.element(
                "span",
                piece.text(),
                "class",
                piece.learned() ? "token learned" : "token",
                "title",
                "position " + piece.position() + ", id " + ids);
    }
}
