package dev.lichen.annotation.account;

import dev.lichen.LichenException;

/** Signals that something about an account is not what it should be: a name in use, a bad password, a used code. */
public final class AccountException extends LichenException {

    private final AccountRefusal reason;

    public AccountException(AccountRefusal reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns the rule that was not kept. */
    public AccountRefusal reason() {
        return reason;
    }
}
