package dev.lichen.annotation.account;

import java.util.List;
import java.util.UUID;

/**
 * A person, without any secret.
 *
 * @param id identifies the person in the store
 * @param login the name to sign in with
 * @param displayName the name that colleagues see
 * @param locale the language of the pages, such as {@code zh}
 * @param languages the languages the person judges, such as {@code [en, zh]}; empty for any
 * @param status whether the account can be used
 * @param pseudonym the only name that exports carry
 */
public record Account(
        UUID id,
        String login,
        String displayName,
        String locale,
        List<String> languages,
        AccountStatus status,
        String pseudonym) {

    public Account {
        languages = List.copyOf(languages);
    }
}
