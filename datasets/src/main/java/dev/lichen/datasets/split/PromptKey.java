package dev.lichen.datasets.split;

import dev.lichen.datasets.Message;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names a prompt by a hash of its messages, the same for texts that differ only in Unicode form or white space.
 *
 * <p>The key is SHA-256 over the role and the text of each message, the text in NFC with every run of white space
 * folded into one space. It serves to split, to group and to name the clusters of a bootstrap.
 */
public final class PromptKey {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final byte END_OF_ROLE = 1;
    private static final byte END_OF_MESSAGE = 2;

    private PromptKey() {}

    /** Returns the key of a prompt: 64 hexadecimal digits. */
    public static String of(List<Message> prompt) {
        return HexFormat.of().formatHex(hash("", prompt));
    }

    /** Returns the hash of a salt and a prompt: 32 bytes. */
    static byte[] hash(String salt, List<Message> prompt) {
        MessageDigest digest = sha256();
        digest.update(utf8(salt));
        digest.update((byte) 0);
        for (Message message : prompt) {
            digest.update(utf8(message.role().jsonName()));
            digest.update(END_OF_ROLE);
            digest.update(utf8(fold(message.content())));
            digest.update(END_OF_MESSAGE);
        }
        return digest.digest();
    }

    static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return WHITE_SPACE.matcher(composed).replaceAll(" ").strip();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
