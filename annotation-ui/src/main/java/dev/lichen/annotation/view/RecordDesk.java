package dev.lichen.annotation.view;

import dev.lichen.annotation.exchange.PastExports;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.project.AuditTrail;
import dev.lichen.annotation.store.Ledger;

/**
 * All that the pages of what was done, and of files to take away, ask.
 *
 * @param ledger holds all events in one chain
 * @param trail finds those that an audit looks at
 * @param prepared writes files of exports
 * @param past repeats those of before
 */
public record RecordDesk(Ledger ledger, AuditTrail trail, PreparedExports prepared, PastExports past) {}
