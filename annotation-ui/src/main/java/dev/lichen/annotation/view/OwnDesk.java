package dev.lichen.annotation.view;

import dev.lichen.annotation.account.Goals;
import dev.lichen.annotation.job.Lineage;
import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.queue.History;
import dev.lichen.annotation.queue.Paces;
import dev.lichen.annotation.queue.WorkQueue;

/**
 * All that the page of one's own work asks.
 *
 * @param queue counts what one did, and how it agrees with items of known order
 * @param history finds single judgements
 * @param paces counts them by day
 * @param goals keeps how many one wants to make
 * @param inquiries brings questions of those who lead, and takes answers
 * @param lineage names the models that learned from them
 */
public record OwnDesk(
        WorkQueue queue, History history, Paces paces, Goals goals, Inquiries inquiries, Lineage lineage) {}
