package dev.lichen.annotation.security;

/**
 * The provider that people can sign in with instead of a password.
 *
 * @param issuer its address, which its tokens name; empty if there is none
 * @param name what the page of the login calls it
 * @param clientId this app's name at the provider
 * @param clientSecret this app's secret at the provider
 * @param newAccounts whether people without an account get one
 */
public record SingleSignOn(String issuer, String name, String clientId, String clientSecret, boolean newAccounts) {

    /** The address that begins the way to the provider and back. */
    public static final String ADDRESS = "oauth2/authorization/single-sign-on";

    static final String REGISTRATION = "single-sign-on";

    /** Returns whether there is a provider. */
    public boolean isOffered() {
        return !issuer.isEmpty();
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SingleSignOn[" + issuer + "]";
    }
}
