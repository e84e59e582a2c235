package dev.lichen.annotation.work;

import org.jspecify.annotations.Nullable;

/**
 * How far a person is today, for their own eyes.
 *
 * @param judged how many items, in all projects, since midnight where they are
 * @param goal how many they want to judge; null if they set none
 */
record Today(long judged, @Nullable Integer goal) {}
