package dev.lichen.annotation.store;

/**
 * The newest row of the ledger: a moment that an export can be repeated as of.
 *
 * @param seq its number; 0 before the first
 * @param hash its hash, which covers every row up to it
 */
public record LedgerHead(long seq, String hash) {

    private static final int HASH_DIGITS = 64;

    /** The head of an empty ledger. */
    public static final LedgerHead EMPTY = new LedgerHead(0, "0".repeat(HASH_DIGITS));
}
