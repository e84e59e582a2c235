/** Reads the exports of annotation tools: Argilla, Label Studio and potato. */
@NullMarked
package dev.lichen.datasets.formats.tools;

import org.jspecify.annotations.NullMarked;
