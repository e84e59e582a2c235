package dev.lichen.cli.data;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rendered conversations for the terminal: what is learned from stands between ⟦ and ⟧, in colour where there is
 * any.
 */
public final class MaskLines {

    private static final String LEARNED = "\u001b[1;32m";
    private static final String PLAIN = "\u001b[0m";

    private final boolean colour;

    /** Creates a writer, with colours or without. */
    public MaskLines(boolean colour) {
        this.colour = colour;
    }

    /** Returns the text as it runs. */
    public String running(MaskedText text) {
        StringBuilder lines = new StringBuilder(head(text)).append('\n');
        boolean learned = false;
        for (MaskedText.Piece piece : text.pieces()) {
            if (piece.learned() != learned) {
                lines.append(piece.learned() ? start() : end());
                learned = piece.learned();
            }
            lines.append(visible(piece.text()).replace("↵", "↵\n"));
        }
        return lines.append(learned ? end() : "").toString().stripTrailing();
    }

    /** Returns a line for each token: its position, its id, whether it is learned from, its text. */
    public String table(MaskedText text) {
        return head(text) + "\n" + text.pieces().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private static String head(MaskedText text) {
        return "%s: %d tokens, %d learned from".formatted(text.name(), text.tokens(), text.learned());
    }

    private String line(MaskedText.Piece piece) {
        String shown = visible(piece.text());
        List<Integer> ids = piece.ids();
        return "%6d %7s %s %s"
                .formatted(
                        piece.position(),
                        ids.stream().map(String::valueOf).collect(Collectors.joining("+")),
                        piece.learned() ? "learned" : "       ",
                        piece.learned() && colour ? LEARNED + shown + PLAIN : shown);
    }

    private String start() {
        return colour ? "⟦" + LEARNED : "⟦";
    }

    private String end() {
        return colour ? PLAIN + "⟧" : "⟧";
    }

    /** Shows line feeds as ↵ and other controls, which could steer the terminal, by their code points. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\n') {
                shown.append('↵');
            } else if (Character.isISOControl(codePoint) && codePoint != '\t') {
                shown.append("<U+%04X>".formatted(codePoint));
            } else {
                shown.appendCodePoint(codePoint);
            }
        });
        return shown.toString();
    }
}
