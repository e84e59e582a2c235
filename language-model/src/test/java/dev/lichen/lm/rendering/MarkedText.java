package dev.lichen.lm.rendering;

import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.Tokenizer;

/** Shows a rendering as text, control tokens as literals, the learned parts in double brackets. */
final class MarkedText {

    private MarkedText() {}

    static String of(MaskedTokens rendered, Tokenizer tokenizer) {
        StringBuilder text = new StringBuilder();
        int start = 0;
        for (int i = 1; i <= rendered.size(); i++) {
            boolean learned = rendered.mask().get(start);
            if (i == rendered.size() || rendered.mask().get(i) != learned) {
                String part =
                        tokenizer.decodeWithControlTokens(rendered.tokens().slice(start, i));
                text.append(learned ? "[[" + part + "]]" : part);
                start = i;
            }
        }
        return text.toString();
    }
}
