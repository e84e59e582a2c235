package dev.lichen.annotation.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals the free text that a person writes with a key of their own; destroying the key erases the text everywhere.
 *
 * <p>AES-256-GCM with a random nonce. The sealed text stays in the facts and under their hashes, unreadable.
 */
public final class PersonKeys {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Database database;
    private final RandomGenerator random;

    /** Creates the store of keys; the random source must be cryptographically strong. */
    public PersonKeys(Database database, RandomGenerator random) {
        this.database = database;
        this.random = random;
    }

    /** Makes the key of a new person. */
    public void create(UUID user) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        database.jdbc()
                .sql("insert into person_key (user_id, secret) values (?, ?)")
                .params(user, Base64.getEncoder().encodeToString(key))
                .update();
    }

    /** Destroys a person's key: what it sealed can never be read again. */
    public void destroy(UUID user) {
        database.jdbc()
                .sql("delete from person_key where user_id = ?")
                .param(user)
                .update();
    }

    /**
     * Seals a text.
     *
     * @throws DatabaseException if the person's key was destroyed
     */
    public String seal(UUID user, String text) {
        byte[] key = key(user).orElseThrow(() -> new DatabaseException("The account was erased: it cannot write"));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, key, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(all);
    }

    /** Returns a text that {@link #seal} sealed, or nothing if its author's key was destroyed. */
    public Optional<String> open(UUID user, @Nullable String sealed) {
        if (sealed == null) {
            return Optional.empty();
        }
        return key(user).map(key -> {
            ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            byte[] nonce = new byte[NONCE_BYTES];
            byte[] text = new byte[all.remaining() - NONCE_BYTES];
            all.get(nonce).get(text);
            return new String(apply(Cipher.DECRYPT_MODE, key, nonce, text), StandardCharsets.UTF_8);
        });
    }

    private Optional<byte[]> key(UUID user) {
        return database.jdbc()
                .sql("select secret from person_key where user_id = ?")
                .param(user)
                .query(String.class)
                .optional()
                .map(Base64.getDecoder()::decode);
    }

    private static byte[] apply(int mode, byte[] key, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new DatabaseException("Sealed text in the database was changed: it does not open with its key", e);
        }
    }
}
