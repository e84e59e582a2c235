package dev.lichen.annotation.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trainee reads after a gold item.
 *
 * @param passed whether the order was within the tolerance
 * @param expected the right tier of each position
 * @param explanation why
 */
public record Feedback(boolean passed, List<@Nullable Integer> expected, String explanation) {}
