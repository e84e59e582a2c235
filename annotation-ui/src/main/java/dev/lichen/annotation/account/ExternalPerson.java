package dev.lichen.annotation.account;

import org.jspecify.annotations.Nullable;

/**
 * A person as a provider of single sign-on knows them.
 *
 * @param issuer the provider
 * @param subject the provider's name for the person, which never changes
 * @param email an address that the provider has verified; null if it has none
 * @param name the name that colleagues see; null if the provider does not say
 * @param locale the language of the pages, such as {@code zh}
 */
public record ExternalPerson(
        String issuer,
        String subject,
        @Nullable String email,
        @Nullable String name,
        String locale) {}
