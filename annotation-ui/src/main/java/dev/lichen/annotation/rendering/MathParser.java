package dev.lichen.annotation.rendering;

import java.util.List;
import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Finds formulas in Markdown: {@code $…$}, {@code $$…$$}, {@code \(…\)} and {@code \[…\]}.
 *
 * <p>A single dollar opens a formula only before something that is no space, and closes it only after such and before no
 * digit, so that sums of money stay what they are.
 */
final class MathParser implements InlineContentParser {

    /** How a formula begins and ends, and whether it stands alone. */
    private record Marks(String open, String close, boolean display) {}

    private static final List<Marks> MARKS = List.of(
            new Marks("$$", "$$", true),
            new Marks("$", "$", false),
            new Marks("\\(", "\\)", false),
            new Marks("\\[", "\\]", true));

    /** Makes the parser for each text; a formula begins with a dollar or a backslash. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new MathParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position start = scanner.position();
        for (Marks marks : MARKS) {
            if (scanner.next(marks.open())) {
                Position inside = scanner.position();
                while (scanner.find(marks.close().charAt(0)) >= 0) {
                    Position end = scanner.position();
                    if (scanner.next(marks.close())) {
                        String tex = scanner.getSource(inside, end).getContent();
                        if (isFormula(tex, marks, scanner.peek())) {
                            String typed = marks.open() + tex + marks.close();
                            return ParsedInline.of(new MathNode(tex, typed, marks.display()), scanner.position());
                        }
                        if (marks.open().equals("$")) {
                            break;
                        }
                    } else {
                        scanner.next();
                    }
                }
                scanner.setPosition(start);
            }
        }
        return ParsedInline.none();
    }

    private static boolean isFormula(String tex, Marks marks, char after) {
        if (!marks.open().equals("$")) {
            return !tex.isBlank();
        }
        return !tex.isEmpty()
                && !Character.isWhitespace(tex.charAt(0))
                && !Character.isWhitespace(tex.charAt(tex.length() - 1))
                && !Character.isDigit(after);
    }
}
