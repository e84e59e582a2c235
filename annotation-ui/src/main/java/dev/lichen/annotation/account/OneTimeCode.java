package dev.lichen.annotation.account;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Makes secrets that are shown once and kept as a hash only. */
final class OneTimeCode {

    private static final int BYTES = 18;

    private OneTimeCode() {}

    /** Returns 24 characters that carry 144 random bits. */
    static String draw(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
