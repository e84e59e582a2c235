package dev.lichen.annotation.rendering;

/** Reads TeX a token at a time: a command with its backslash, or one character. */
final class TexReader {

    private final String tex;
    private int at;

    TexReader(String tex) {
        this.tex = tex;
    }

    boolean atEnd() {
        skipSpace();
        return at >= tex.length();
    }

    /** Returns the next token without taking it; empty at the end. */
    String peek() {
        int before = at;
        String token = next();
        at = before;
        return token;
    }

    /** Takes the next token; empty at the end. */
    String next() {
        skipSpace();
        if (at >= tex.length()) {
            return "";
        }
        int start = at;
        if (tex.charAt(at) != '\\') {
            at += Character.charCount(tex.codePointAt(at));
            return tex.substring(start, at);
        }
        at++;
        while (at < tex.length() && isLetter(tex.charAt(at))) {
            at++;
        }
        if (at == start + 1 && at < tex.length()) {
            at += Character.charCount(tex.codePointAt(at));
        }
        return tex.substring(start, at);
    }

    /** Takes a token that must be this one. */
    void expect(String token) {
        String found = next();
        if (!found.equals(token)) {
            throw new TexException("found \"" + found + "\", expected \"" + token + "\"");
        }
    }

    /** Takes a token if it is this one. */
    boolean take(String token) {
        if (!peek().equals(token)) {
            return false;
        }
        next();
        return true;
    }

    /** Takes a group in braces as it is written, spaces included; inner braces are part of it. */
    String rawGroup() {
        expect("{");
        int start = at;
        for (int depth = 1; at < tex.length(); at++) {
            char sign = tex.charAt(at);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (depth == 0) {
                return tex.substring(start, at++);
            }
        }
        throw new TexException("found no end of a group");
    }

    /** Takes digits with their decimal point. */
    String number() {
        int start = at;
        while (at < tex.length() && (Character.isDigit(tex.charAt(at)) || isPoint())) {
            at++;
        }
        return tex.substring(start, at);
    }

    private boolean isPoint() {
        return tex.charAt(at) == '.' && at + 1 < tex.length() && Character.isDigit(tex.charAt(at + 1));
    }

    private void skipSpace() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }
}
