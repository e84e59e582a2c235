package dev.lichen.datasets.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Replaces mail addresses, phone numbers, identity numbers and card numbers by placeholders.
 *
 * <p>Covered: mail addresses; mobile and landline numbers of China, numbers of North America, international numbers that
 * begin with +, and short numbers behind a word such as {@code 电话} or {@code phone}; Chinese identity numbers of 18
 * characters with province, date and check character (GB 11643), social security numbers with hyphens; card numbers of
 * the known issuers that pass Luhn's test. Not covered: names, postal addresses, identity numbers of other countries.
 */
final class PersonalData {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';

    private PersonalData() {}

    /** A place in a text. */
    private record Span(int start, int end, PersonalDataKind kind) {}

    static TextEdit edit(String text) {
        NavigableMap<Integer, Span> spans = find(halfWidth(text));
        if (spans.isEmpty()) {
            return TextEdit.none(text);
        }
        StringBuilder edited = new StringBuilder();
        List<String> findings = new ArrayList<>();
        int copied = 0;
        for (Span span : spans.values()) {
            edited.append(text, copied, span.start()).append(span.kind().placeholder());
            findings.add(span.kind().label());
            copied = span.end();
        }
        return new TextEdit(edited.append(text, copied, text.length()).toString(), findings);
    }

    private static NavigableMap<Integer, Span> find(String text) {
        NavigableMap<Integer, Span> spans = new TreeMap<>();
        for (PersonalDataKind kind : PersonalDataKind.values()) {
            Matcher matcher = kind.pattern().matcher(text);
            while (matcher.find()) {
                Span span = new Span(matcher.start(), matcher.end(), kind);
                if (kind.accepts(matcher.group()) && isFree(spans, span)) {
                    spans.put(span.start(), span);
                }
            }
        }
        return spans;
    }

    private static boolean isFree(NavigableMap<Integer, Span> spans, Span span) {
        var before = spans.lowerEntry(span.end());
        return before == null || before.getValue().end() <= span.start();
    }

    /** Replaces full-width signs by ASCII ones, place for place. */
    private static String halfWidth(String text) {
        StringBuilder half = new StringBuilder(text);
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
                half.setCharAt(i, (char) (c - FULL_WIDTH_SHIFT));
            }
        }
        return half.toString();
    }
}
