/**
 * The people: accounts, passwords, roles and invitations.
 *
 * <p>{@link dev.lichen.annotation.account.Access} answers whether a person may do something, and every service asks it
 * before it acts. The first administrator is made with a one-time code
 * ({@link dev.lichen.annotation.account.FirstAdministrator}), everybody else by invitation
 * ({@link dev.lichen.annotation.account.Invitations}). Exports name a person by pseudonym only; erasing an account
 * destroys the key of its free text and forgets its name.
 */
@NullMarked
package dev.lichen.annotation.account;

import org.jspecify.annotations.NullMarked;
