package dev.lichen.annotation.account;

/**
 * A person who was let in, until {@link Sessions} says that this has ended.
 *
 * @param account the person
 * @param epoch how often the person's sessions had been ended by then
 */
public record SignedIn(Account account, int epoch) {}
