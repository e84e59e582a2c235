/** Models and training states on disk: Hugging Face layout, safetensors, GGUF. */
@NullMarked
package dev.lichen.lm.checkpoint;

import org.jspecify.annotations.NullMarked;
