package dev.lichen.lm.rendering;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import com.hubspot.jinjava.lib.fn.ELFunctionDefinition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The functions that Hugging Face adds to Jinja for chat templates, and Python's {@code trim}. */
public final class TemplateFunctions {

    private static final LocalDate TODAY = LocalDate.of(2024, 7, 26);
    private static final Pattern DIRECTIVE = Pattern.compile("%([a-zA-Z%])");
    private static final Map<String, String> FORMATS = Map.of(
            "d", "dd", "m", "MM", "y", "yy", "Y", "yyyy", "b", "MMM", "B", "MMMM", "a", "EEE", "A", "EEEE", "j", "DDD");

    private TemplateFunctions() {}

    /** What {@code raise_exception} throws inside the library. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    static void registerIn(Jinjava jinja) {
        jinja.registerFunction(new ELFunctionDefinition(
                "", "raise_exception", TemplateFunctions.class, "raiseException", String.class));
        jinja.registerFunction(
                new ELFunctionDefinition("", "strftime_now", TemplateFunctions.class, "strftimeNow", String.class));
        jinja.registerFilter(new Trim());
    }

    /** Ends the rendering with the template's own message; public because the template library calls it. */
    public static String raiseException(String message) {
        throw new Refusal(message);
    }

    /** Formats the fixed day by Python's directives; public because the template library calls it. */
    public static String strftimeNow(String format) {
        return DIRECTIVE.matcher(format).replaceAll(match -> Matcher.quoteReplacement(today(match.group(1))));
    }

    private static String today(String directive) {
        String format = FORMATS.get(directive);
        if (directive.equals("%")) {
            return "%";
        }
        return format == null
                ? "00"
                : DateTimeFormatter.ofPattern(format, Locale.ENGLISH).format(TODAY);
    }

    private static final class Trim implements Filter {

        @Override
        public String getName() {
            return "trim";
        }

        @Override
        public @Nullable Object filter(@Nullable Object value, JinjavaInterpreter interpreter, String... arguments) {
            return value == null ? null : PythonMethods.strip(value.toString());
        }
    }
}
