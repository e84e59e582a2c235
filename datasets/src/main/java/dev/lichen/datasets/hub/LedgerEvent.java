package dev.lichen.datasets.hub;

/**
 * An event of an annotation app's ledger: what was judged up to it is the same for ever.
 *
 * @param seq its number
 * @param hash its hash, which covers all events before it
 */
public record LedgerEvent(long seq, String hash) {}
