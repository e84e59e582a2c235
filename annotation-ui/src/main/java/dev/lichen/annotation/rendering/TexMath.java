package dev.lichen.annotation.rendering;

import dev.lichen.annotation.rendering.TexSymbols.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the mathematics of TeX into MathML, which browsers draw by themselves, without scripts or fonts from elsewhere.
 *
 * <p>It knows what answers of models use: scripts, fractions, roots, symbols, functions, accents, alphabets, fences, text
 * and matrices. What it does not know makes the whole formula unknown, so that nothing is shown half.
 */
final class TexMath {

    private static final TexSymbols SYMBOLS = new TexSymbols();
    private static final int DEEPEST = 60;
    private static final int LONGEST = 4000;

    private static final Map<String, MathAlphabet> ALPHABETS = Map.of(
            "mathbb", MathAlphabet.DOUBLE,
            "mathbf", MathAlphabet.BOLD,
            "boldsymbol", MathAlphabet.BOLD,
            "mathcal", MathAlphabet.SCRIPT,
            "mathscr", MathAlphabet.SCRIPT,
            "mathfrak", MathAlphabet.FRAKTUR,
            "mathsf", MathAlphabet.SANS,
            "mathtt", MathAlphabet.MONOSPACE);
    private static final Set<String> TEXTS = Set.of("text", "textbf", "textit", "textrm", "mbox");
    private static final Set<String> UPRIGHT = Set.of("mathrm", "operatorname");
    private static final Set<String> SIZES =
            Set.of("big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr");
    private static final Set<String> IGNORED =
            Set.of("displaystyle", "textstyle", "limits", "nolimits", "nonumber", "notag", "mathstrut");
    private static final Map<String, List<String>> MATRICES = Map.of(
            "matrix", List.of("", ""),
            "pmatrix", List.of("(", ")"),
            "bmatrix", List.of("[", "]"),
            "Bmatrix", List.of("{", "}"),
            "vmatrix", List.of("|", "|"),
            "Vmatrix", List.of("‖", "‖"),
            "cases", List.of("{", ""),
            "array", List.of("", ""));
    private static final Set<String> LINES =
            Set.of("aligned", "align", "align*", "gathered", "gather", "gather*", "split", "equation", "equation*");

    private final TexReader reader;
    private int depth;

    private TexMath(String tex) {
        this.reader = new TexReader(tex);
    }

    /** Returns a formula as MathML, or nothing if it is not understood. */
    static Optional<String> mathml(String tex, boolean display) {
        if (tex.isBlank() || tex.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            TexMath math = new TexMath(tex);
            String row = math.row("");
            if (!math.reader.atEnd()) {
                return Optional.empty();
            }
            return Optional.of("<math" + (display ? " display=\"block\"" : "") + ">" + row + "</math>");
        } catch (TexException unknown) {
            return Optional.empty();
        }
    }

    /** Reads to a token that ends the row, which is left, or to the end. */
    private String row(String end) {
        if (++depth > DEEPEST) {
            throw new TexException("found more than " + DEEPEST + " levels");
        }
        StringBuilder row = new StringBuilder();
        while (!reader.atEnd() && !isEnd(reader.peek(), end)) {
            row.append(scripted());
        }
        depth--;
        return "<mrow>" + row + "</mrow>";
    }

    private static boolean isEnd(String token, String end) {
        return token.equals("}")
                || token.equals("&")
                || token.equals("\\\\")
                || token.equals("\\end")
                || token.equals("\\right")
                || (!end.isEmpty() && token.equals(end));
    }

    /** Reads a part of a row with what stands above and below it. */
    private String scripted() {
        boolean limits = isLimits(reader.peek());
        String base = atom();
        String below = "";
        StringBuilder above = new StringBuilder();
        while (true) {
            if (reader.take("_")) {
                below = argument();
            } else if (reader.take("^")) {
                above.append(argument());
            } else if (reader.take("'")) {
                above.append("<mo>′</mo>");
            } else {
                return scripts(base, below, above.isEmpty() ? "" : "<mrow>" + above + "</mrow>", limits);
            }
        }
    }

    private static boolean isLimits(String token) {
        return token.startsWith("\\")
                && SYMBOLS.find(token.substring(1))
                        .filter(symbol -> Set.of("large", "limit").contains(symbol.kind()))
                        .isPresent();
    }

    private static String scripts(String base, String below, String above, boolean limits) {
        if (below.isEmpty() && above.isEmpty()) {
            return base;
        }
        if (above.isEmpty()) {
            return element(limits ? "munder" : "msub", base + below);
        }
        return below.isEmpty()
                ? element(limits ? "mover" : "msup", base + above)
                : element(limits ? "munderover" : "msubsup", base + below + above);
    }

    private String atom() {
        String token = reader.peek();
        if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            return element("mn", reader.number());
        }
        reader.next();
        return switch (token) {
            case "{" -> group();
            case "_", "^", "'" -> throw new TexException("found \"" + token + "\" after nothing");
            case "" -> throw new TexException("found the end");
            case "#", "$", "%" -> throw new TexException("found \"" + token + "\"");
            case "~" -> "<mspace width=\"0.25em\"></mspace>";
            default -> token.startsWith("\\") ? command(token.substring(1)) : sign(token);
        };
    }

    private static String sign(String token) {
        boolean letter = Character.isLetter(token.codePointAt(0));
        return letter ? element("mi", token) : element("mo", token.equals("-") ? "−" : token.equals("*") ? "∗" : token);
    }

    private String group() {
        String row = row("");
        reader.expect("}");
        return row;
    }

    /** Reads what a command or a script applies to: a group, or one token. */
    private String argument() {
        if (reader.take("{")) {
            return group();
        }
        String token = reader.peek();
        if (!token.isEmpty() && Character.isDigit(token.charAt(0))) {
            return element("mn", reader.next());
        }
        return atom();
    }

    private String command(String name) {
        MathAlphabet alphabet = ALPHABETS.get(name);
        if (alphabet != null) {
            return element("mi", alphabet.of(letters()));
        }
        if (TEXTS.contains(name)) {
            return element("mtext", reader.rawGroup());
        }
        if (UPRIGHT.contains(name)) {
            reader.take("*");
            return upright(letters());
        }
        if (IGNORED.contains(name)) {
            return "";
        }
        if (SIZES.contains(name)) {
            return fence();
        }
        return switch (name) {
            case "frac", "dfrac", "tfrac", "cfrac" -> element("mfrac", argument() + argument());
            case "binom", "dbinom", "tbinom" ->
                "<mrow><mo>(</mo><mfrac linethickness=\"0\">" + argument() + argument() + "</mfrac><mo>)</mo></mrow>";
            case "sqrt" -> root();
            case "left" -> fenced();
            case "middle" -> fence();
            case "begin" -> environment();
            case "overset", "stackrel" -> stacked("mover");
            case "underset" -> stacked("munder");
            case "mathit", "mathnormal" -> argument();
            case "pmod" ->
                "<mrow><mo>(</mo><mi>mod</mi><mspace width=\"0.33em\"></mspace>" + argument() + "<mo>)</mo></mrow>";
            case "bmod", "mod" -> "<mo>mod</mo>";
            case "not" -> element("mo", negated(argument()));
            case "boxed" -> element("mrow", argument());
            default -> symbol(name);
        };
    }

    private static String negated(String operator) {
        return operator.replaceAll("<[^>]*>", "") + "̸";
    }

    private String letters() {
        String token = reader.peek();
        return token.equals("{") ? reader.rawGroup() : reader.next();
    }

    private static String upright(String name) {
        return "<mi mathvariant=\"normal\">" + escaped(name.replace("\\,", " ").strip()) + "</mi>";
    }

    private String symbol(String name) {
        Symbol symbol = SYMBOLS.find(name).orElseThrow(() -> new TexException("found \\" + name));
        String sign = symbol.sign();
        return switch (symbol.kind()) {
            case "identifier" -> element("mi", sign);
            case "function", "limit" ->
                upright(sign) + (reader.peek().equals("(") ? "" : "<mspace width=\"0.167em\"></mspace>");
            case "accent" -> "<mover accent=\"true\">" + argument() + element("mo", sign) + "</mover>";
            case "under" -> "<munder>" + argument() + element("mo", sign) + "</munder>";
            case "space" -> "<mspace width=\"" + sign + "\"></mspace>";
            default -> element("mo", sign);
        };
    }

    private String root() {
        if (!reader.take("[")) {
            return element("msqrt", argument());
        }
        String index = row("]");
        reader.expect("]");
        return element("mroot", argument() + index);
    }

    private String stacked(String element) {
        String other = argument();
        return element(element, argument() + other);
    }

    private String fenced() {
        String open = fence();
        String inside = row("\\right");
        reader.expect("\\right");
        return "<mrow>" + open + inside + fence() + "</mrow>";
    }

    private String fence() {
        String token = reader.next();
        if (token.equals(".")) {
            return "";
        }
        String sign = token.startsWith("\\")
                ? SYMBOLS.find(token.substring(1))
                        .orElseThrow(() -> new TexException("found " + token))
                        .sign()
                : token;
        return "<mo stretchy=\"true\">" + escaped(sign) + "</mo>";
    }

    private String environment() {
        String name = reader.rawGroup();
        List<String> fences = MATRICES.get(name);
        if (fences == null && !LINES.contains(name)) {
            throw new TexException("found \\begin{" + name + "}");
        }
        if (name.equals("array")) {
            reader.rawGroup(); // how columns are set
        }
        String table = table(LINES.contains(name) || name.equals("cases"));
        reader.expect("\\end");
        if (!reader.rawGroup().equals(name)) {
            throw new TexException("found another end than that of " + name);
        }
        return fences == null
                ? table
                : "<mrow>" + fence(fences.getFirst()) + table + fence(fences.getLast()) + "</mrow>";
    }

    private static String fence(String sign) {
        return sign.isEmpty() ? "" : "<mo stretchy=\"true\">" + sign + "</mo>";
    }

    private String table(boolean left) {
        StringBuilder rows = new StringBuilder();
        do {
            StringBuilder cells = new StringBuilder();
            do {
                cells.append(element("mtd", row("")));
            } while (reader.take("&"));
            rows.append(element("mtr", cells.toString()));
        } while (reader.take("\\\\") && !reader.peek().equals("\\end"));
        return "<mtable" + (left ? " class=\"lines\"" : "") + ">" + rows + "</mtable>";
    }

    private static String element(String tag, String content) {
        boolean text = tag.equals("mi") || tag.equals("mo") || tag.equals("mn") || tag.equals("mtext");
        return "<" + tag + ">" + (text ? escaped(content) : content) + "</" + tag + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
