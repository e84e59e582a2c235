/**
 * The figures of the running app, as Prometheus reads them (text format 0.0.4).
 *
 * <p>{@link dev.lichen.annotation.metrics.AppFigures} asks the store at each look: judgements, items, leases, jobs, the head
 * of the ledger; {@link dev.lichen.annotation.metrics.RequestTimes} has counted how long requests took, by route, never by
 * person. A histogram's bucket {@code le="0.3"} counts the requests that took at most 0.3 s, so that the share above a limit
 * can be computed over any span of time and any number of apps.
 */
@NullMarked
package dev.lichen.annotation.metrics;

import org.jspecify.annotations.NullMarked;
