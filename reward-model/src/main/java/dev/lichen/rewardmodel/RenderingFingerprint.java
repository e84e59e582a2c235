package dev.lichen.rewardmodel;

import dev.lichen.datasets.Message;
import dev.lichen.lm.rendering.ChatTemplateException;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names the way in which conversations become tokens: equal for two models exactly when they see the same tokens.
 *
 * <p>A reward model that is read under another template than it was trained under scores something else than it learned.
 * The name is SHA-256 over the tokenizer's own fingerprint and the tokens of a few fixed conversations, so that templates
 * that are written differently but render alike count as one.
 */
public final class RenderingFingerprint {

    private static final List<List<Message>> PROBES = List.of(
            List.of(Message.user("Question? 问题？"), Message.assistant("Answer. 回答。")),
            List.of(
                    Message.user(" one\n"),
                    Message.assistant("two "),
                    Message.user("three"),
                    Message.assistant("four")),
            List.of(Message.system("Rules"), Message.user("Question?"), Message.assistant("Answer.")));

    private RenderingFingerprint() {}

    /** Returns the name, 64 hexadecimal digits, of a tokenizer and its renderer. */
    public static String of(Tokenizer tokenizer, ConversationRenderer renderer) {
        StringBuilder text = new StringBuilder(tokenizer.fingerprint());
        for (List<Message> probe : PROBES) {
            text.append('\n').append(tokens(renderer, probe));
        }
        return sha256(text.toString());
    }

    /** A template may refuse a conversation, as one without system texts does; that is part of what it is. */
    private static String tokens(ConversationRenderer renderer, List<Message> probe) {
        try {
            return renderer.render(probe).tokens() + " "
                    + renderer.renderPrompt(probe.subList(0, probe.size() - 1)).size();
        } catch (ChatTemplateException refused) {
            return "refused";
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
