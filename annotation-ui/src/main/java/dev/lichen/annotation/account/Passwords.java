package dev.lichen.annotation.account;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Hashes passwords with bcrypt, slowly enough that a stolen table is of little use. */
public final class Passwords {

    /** About a third of a second on a server of 2026. */
    public static final int USUAL_STRENGTH = 12;

    private final BCryptPasswordEncoder encoder;
    private final String nobody;

    /** Creates a hash of 2^{@code strength} rounds, from 4 to 31. */
    public Passwords(int strength) {
        this.encoder = new BCryptPasswordEncoder(strength);
        this.nobody = hash("the password of nobody");
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password has a hash");
        }
        return hash;
    }

    /** Returns whether a password has a hash; takes as long for an empty hash, so that time says nothing of accounts. */
    boolean matches(String password, String hash) {
        boolean matches = encoder.matches(password, hash.isEmpty() ? nobody : hash);
        return matches && !hash.isEmpty();
    }
}
