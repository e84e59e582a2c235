package dev.lichen.annotation.view;

import dev.lichen.annotation.quality.Inquiries;
import dev.lichen.annotation.quality.QualityBoard;
import dev.lichen.annotation.queue.Reviews;
import dev.lichen.annotation.queue.WorkQueue;

/**
 * All that the pages of quality ask.
 *
 * @param board computes agreement, bias and consensus
 * @param inquiries asks annotators about what looks careless
 * @param reviews hands judgements to reviewers and takes what they say
 * @param queue gives an item to a reviewer, who decides
 */
public record QualityDesk(QualityBoard board, Inquiries inquiries, Reviews reviews, WorkQueue queue) {}
