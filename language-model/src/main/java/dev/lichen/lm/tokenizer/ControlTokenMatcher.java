package dev.lichen.lm.tokenizer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the literals of control tokens in text: the leftmost first, and of those that start together the longest. */
public final class ControlTokenMatcher {

    private final Map<String, ControlToken> tokens = new HashMap<>();
    private final BitSet ids = new BitSet();
    private final Pattern literals;

    /** Creates a matcher of these tokens. */
    public ControlTokenMatcher(List<ControlToken> controlTokens) {
        for (ControlToken token : controlTokens) {
            tokens.put(token.text(), token);
            ids.set(token.id());
        }
        literals = Pattern.compile(tokens.isEmpty() ? "(?!)" : alternatives());
    }

    private String alternatives() {
        return tokens.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** One occurrence of a literal. */
    public record Match(ControlToken token, int start, int end) {}

    /** Returns the occurrences in a text, none overlapping another. */
    public List<Match> find(String text) {
        return literals.matcher(text).results().map(this::match).toList();
    }

    /** Returns whether an id is a control token's. */
    public boolean isControl(int id) {
        return ids.get(id);
    }

    /** Returns whether any of the tokens is a control token. */
    public boolean anyIn(TokenSequence sequence) {
        return sequence.stream().anyMatch(ids::get);
    }

    /** Cuts a text inside each literal, behind its first code point, so that no part holds a literal. */
    List<String> withoutLiterals(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = literals.matcher(text);
        int start = 0;
        while (matcher.find(start)) {
            int cut = text.offsetByCodePoints(matcher.start(), 1);
            parts.add(text.substring(start, cut));
            start = cut;
        }
        parts.add(text.substring(start));
        return parts;
    }

    private Match match(MatchResult result) {
        ControlToken token = tokens.get(result.group());
        if (token == null) {
            throw new IllegalStateException("no control token " + result.group());
        }
        return new Match(token, result.start(), result.end());
    }
}
