/** Win rates with intervals, measures of drift, and the report. */
@NullMarked
package dev.lichen.evaluation;

import org.jspecify.annotations.NullMarked;
