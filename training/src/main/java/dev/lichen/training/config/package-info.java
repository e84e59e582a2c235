/** Configuration records from defaults, YAML and overrides. */
@NullMarked
package dev.lichen.training.config;

import org.jspecify.annotations.NullMarked;
