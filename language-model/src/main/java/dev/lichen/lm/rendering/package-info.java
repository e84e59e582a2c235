/** Conversations to token ids: the only place that knows chat templates. */
@NullMarked
package dev.lichen.lm.rendering;

import org.jspecify.annotations.NullMarked;
