package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One row of a Parquet file.
 *
 * @param object its fields
 * @param columnWithoutText the column of texts that holds bytes which are none, or null
 */
record ParquetRow(ObjectNode object, @Nullable String columnWithoutText) {}
