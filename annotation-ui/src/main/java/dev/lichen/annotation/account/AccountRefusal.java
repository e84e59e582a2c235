package dev.lichen.annotation.account;

/** Says which rule about accounts was not kept, so that pages can say it in their reader's language. */
public enum AccountRefusal {
    /** A login has 2 to 100 characters without spaces. */
    BAD_LOGIN,
    /** Somebody else has the login. */
    LOGIN_TAKEN,
    /** A name has 1 to 200 characters. */
    BAD_NAME,
    /** Languages are language tags. */
    BAD_LANGUAGES,
    /** A password has at least 10 characters. */
    SHORT_PASSWORD,
    /** A password has at most 72 bytes. */
    LONG_PASSWORD,
    /** Who is locked out or erased changes nothing. */
    NOT_ACTIVE,
    /** It is not the current password. */
    WRONG_PASSWORD,
    /** It is not the code of the terminal, or was used. */
    WRONG_CODE,
    /** The invitation was used or taken back, is too old, or its maker may not give its role any more. */
    USED_INVITATION,
    /** The link for a new password was used, or is too old. */
    USED_PASSWORD_LINK,
    /** An invitation makes no owner. */
    OWNER_BY_INVITATION,
    /** The installation keeps an owner. */
    LAST_OWNER,
    /** A token needs a name, a scope and a lifetime of 1 to 365 days. */
    BAD_TOKEN,
    /** A goal is a whole number of judgements a day. */
    BAD_GOAL
}
