package dev.lichen.annotation.account;

import dev.lichen.LichenException;

/** Signals that something about an account is not what it should be: a name in use, a bad password, a used code. */
public final class AccountException extends LichenException {

    public AccountException(String message) {
        super(message);
    }
}
