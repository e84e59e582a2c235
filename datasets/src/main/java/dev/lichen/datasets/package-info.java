/** What people wrote and judged, as immutable records read from and written to JSON lines. */
@NullMarked
package dev.lichen.datasets;

import org.jspecify.annotations.NullMarked;
