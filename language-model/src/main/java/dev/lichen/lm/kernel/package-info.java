/** TorchScript kernels, loaded from resource files through DJL. */
@NullMarked
package dev.lichen.lm.kernel;

import org.jspecify.annotations.NullMarked;
