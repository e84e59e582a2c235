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
        require(LOGIN.matcher(login).matches(), "login", "2 to 100 characters without spaces");
        require(
                !displayName.isEmpty() && displayName.length() <= LONGEST_NAME,
                "name",
                "1 to " + LONGEST_NAME + " characters");
        require(languages.stream().allMatch(tag -> LANGUAGE.matcher(tag).matches()), "languages", "language tags");
        requirePassword(password);
    }

    static void requirePassword(String password) {
        require(password.length() >= SHORTEST_PASSWORD, "password", SHORTEST_PASSWORD + " characters or more");
        require(
                password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD_BYTES,
                "password",
                "at most " + LONGEST_PASSWORD_BYTES + " bytes in UTF-8 (24 Chinese characters)");
    }

    private static void require(boolean holds, String what, String expected) {
        if (!holds) {
            throw new AccountException("Bad " + what + ": expected " + expected);
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "NewAccount[login=" + login + "]";
    }
}
