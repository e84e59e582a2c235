/**
 * Runs numeric kernels: TorchScript source in resource files, compiled when the program starts and called through DJL.
 *
 * <p>A {@link dev.lichen.lm.kernel.Kernel} is one TorchScript class. Its source is a text that people read
 * ({@code *.torchscript}); {@link dev.lichen.lm.kernel.TorchScriptArchive} wraps it into the archive that PyTorch loads, so
 * no Python takes part. One call does much work (a whole pass forward and backward, a whole stretch of generation): what
 * Java pays for crossing into native code does not matter then, and intermediate tensors never become Java objects.
 *
 * <p>Rules that callers keep: tensors of a call live in the {@link ai.djl.ndarray.NDManager} given to it and end with it;
 * bfloat16 tensors are opaque handles that Java only passes on (reading one ends the process in DJL 0.36).
 */
@NullMarked
package dev.lichen.lm.kernel;

import org.jspecify.annotations.NullMarked;
