/**
 * Text to token ids and back, without loss.
 *
 * <p>A language model reads and writes small integers. A {@link dev.lichen.lm.tokenizer.Tokenizer} maps text to such
 * ids and back. The tokenizers here are byte-level: the 256 bytes are the first pieces, and byte-pair encoding (Sennrich
 * et al. 2016; GPT-2's byte form, Radford et al. 2019) joins, again and again, the pair of neighbouring pieces that was
 * most frequent in the training text. Every string therefore has an encoding, and decoding gives it back.
 *
 * <p>Two kinds of text are kept apart. <em>Plain text</em> is what people write;
 * {@link dev.lichen.lm.tokenizer.Tokenizer#encode encode} never makes a control token of it, whatever it says.
 * <em>Template text</em> is what a chat template writes between the turns; there
 * {@link dev.lichen.lm.tokenizer.Tokenizer#encodeWithControlTokens encodeWithControlTokens} recognises control tokens
 * such as {@code <|im_end|>}.
 *
 * <ul>
 *   <li>{@link dev.lichen.lm.tokenizer.TokenSequence}, {@link dev.lichen.lm.tokenizer.PositionMask} and
 *       {@link dev.lichen.lm.tokenizer.MaskedTokens}: the values that all later stages pass around.
 *   <li>{@link dev.lichen.lm.tokenizer.HuggingFaceTokenizer}: the tokenizer of a model folder, run by the Hugging Face
 *       library.
 *   <li>{@link dev.lichen.lm.tokenizer.BpeTrainer}: learns a vocabulary; {@link
 *       dev.lichen.lm.tokenizer.HuggingFaceTokenizerFiles} writes it, or that of a GGUF file, in Hugging Face layout.
 *   <li>{@link dev.lichen.lm.tokenizer.StreamingDecoder}: shows a generation as it grows, whole characters only.
 * </ul>
 */
@NullMarked
package dev.lichen.lm.tokenizer;

import org.jspecify.annotations.NullMarked;
