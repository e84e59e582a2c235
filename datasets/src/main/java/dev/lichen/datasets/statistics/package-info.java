/** Intervals, cluster bootstrap and calibration: the statistics behind every reported number. */
@NullMarked
package dev.lichen.datasets.statistics;

import org.jspecify.annotations.NullMarked;
