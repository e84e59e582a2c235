package dev.lichen.annotation.view;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Invitations;
import dev.lichen.annotation.account.PasswordLinks;

/**
 * All that the pages of people ask.
 *
 * @param accounts lists and erases people
 * @param access gives and takes roles
 * @param invitations lets new people in
 * @param passwords lets people in again who forgot theirs
 */
public record PeopleDesk(Accounts accounts, Access access, Invitations invitations, PasswordLinks passwords) {}
