package dev.lichen.lm.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rewrites the few Jinja constructs of chat templates that the Java library cannot parse into ones that it can. */
final class TemplateDialect {

    /** A statement or expression of the template, the text between them left out. */
    private static final Pattern CODE = Pattern.compile("\\{%.*?%}|\\{\\{.*?}}", Pattern.DOTALL);

    private static final Pattern NAMESPACE = Pattern.compile("\\bnamespace\\s*\\(");
    private static final Pattern NAMED_ARGUMENT = Pattern.compile("\\s*(\\w+)\\s*=(?!=)(.*)", Pattern.DOTALL);

    private TemplateDialect() {}

    /** Returns the template in the library's dialect. */
    static String translate(String source) {
        return CODE.matcher(withoutLastNewline(source))
                .replaceAll(code -> Matcher.quoteReplacement(translateCode(code.group())));
    }

    private static String withoutLastNewline(String source) {
        return source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
    }

    private static String translateCode(String code) {
        return withParenthesisedNamespace(code.replaceAll("\\[::\\s*-1]", "['" + PythonMethods.REVERSED + "']")
                .replaceAll("^(\\{%[-+]?)\\s*generation\\s*([-+]?%})$", "$1 if true $2")
                .replaceAll("^(\\{%[-+]?)\\s*endgeneration\\s*([-+]?%})$", "$1 endif $2"));
    }

    /** Writes {@code namespace(a=b - 1)} as {@code namespace(a=(b - 1))}: the library binds {@code =} too tightly. */
    private static String withParenthesisedNamespace(String code) {
        Matcher call = NAMESPACE.matcher(code);
        if (!call.find()) {
            return code;
        }
        int end = closingParenthesis(code, call.end());
        String arguments = arguments(code.substring(call.end(), end)).stream()
                .map(TemplateDialect::parenthesised)
                .collect(Collectors.joining(", "));
        return code.substring(0, call.end()) + arguments + code.substring(end);
    }

    private static String parenthesised(String argument) {
        Matcher named = NAMED_ARGUMENT.matcher(argument);
        return named.matches() ? named.group(1) + "=(" + named.group(2).strip() + ")" : argument;
    }

    private static int closingParenthesis(String code, int from) {
        Scanner scanner = new Scanner();
        for (int i = from; i < code.length(); i++) {
            if (code.charAt(i) == ')' && scanner.isOutside()) {
                return i;
            }
            scanner.read(code.charAt(i));
        }
        throw new ChatTemplateException("chat template: no closing parenthesis in " + code);
    }

    private static List<String> arguments(String list) {
        List<String> arguments = new ArrayList<>();
        Scanner scanner = new Scanner();
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            if (list.charAt(i) == ',' && scanner.isOutside()) {
                arguments.add(list.substring(start, i));
                start = i + 1;
            }
            scanner.read(list.charAt(i));
        }
        arguments.add(list.substring(start));
        return arguments;
    }

    /** Follows quotes and brackets. */
    private static final class Scanner {

        private int depth;
        private char quote;

        boolean isOutside() {
            return depth == 0 && quote == 0;
        }

        void read(char character) {
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if ("([{".indexOf(character) >= 0) {
                depth++;
            } else if (")]}".indexOf(character) >= 0) {
                depth--;
            }
        }
    }
}
