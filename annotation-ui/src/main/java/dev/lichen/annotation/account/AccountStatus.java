package dev.lichen.annotation.account;

/** Says whether an account can be used. */
public enum AccountStatus {
    /** The person can sign in. */
    ACTIVE,
    /** The person cannot sign in for now. */
    DISABLED,
    /** The person's name and key are gone for good. */
    ERASED
}
