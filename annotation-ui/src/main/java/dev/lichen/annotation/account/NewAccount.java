package dev.lichen.annotation.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a person says about themselves when they register.
 *
 * @param login 2 to 100 characters, without spaces; kept in lower case
 * @param displayName 1 to 200 characters
 * @param password 10 characters or more, at most 72 bytes in UTF-8, which is all that bcrypt reads
 * @param locale the language of the pages
 * @param languages language tags of what the person judges; empty for any
 */
public record NewAccount(String login, String displayName, String password, String locale, List<String> languages) {

    private static final Pattern LOGIN = Pattern.compile("[^\\s\\p{Cntrl}]{2,100}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD_BYTES = 72;
    private static final int LONGEST_NAME = 200;

    public NewAccount {
        login = login.strip().toLowerCase(Locale.ROOT);
        displayName = displayName.strip();
        languages = List.copyOf(languages);
        require(
                LOGIN.matcher(login).matches(),
                AccountRefusal.BAD_LOGIN,
                "login: expected 2 to 100 characters without spaces");
        requireProfile(displayName, languages);
        requirePassword(password);
    }

    static void requireProfile(String name, List<String> languages) {
        require(
                !name.isBlank() && name.length() <= LONGEST_NAME,
                AccountRefusal.BAD_NAME,
                "name: expected 1 to " + LONGEST_NAME + " characters");
        require(
                languages.stream().allMatch(tag -> LANGUAGE.matcher(tag).matches()),
                AccountRefusal.BAD_LANGUAGES,
                "languages: expected language tags");
    }

    static void requirePassword(String password) {
        require(
                password.length() >= SHORTEST_PASSWORD,
                AccountRefusal.SHORT_PASSWORD,
                "password: expected " + SHORTEST_PASSWORD + " characters or more");
        require(
                password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD_BYTES,
                AccountRefusal.LONG_PASSWORD,
                "password: expected at most " + LONGEST_PASSWORD_BYTES + " bytes in UTF-8 (24 Chinese characters)");
    }

    private static void require(boolean holds, AccountRefusal reason, String expected) {
        if (!holds) {
            throw new AccountException(reason, "Bad " + expected);
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewAccount[login=" + login + "]";
    }
}
