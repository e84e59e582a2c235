/**
 * Conversations to token ids: the only place that knows chat templates.
 *
 * <p>A language model reads one run of tokens; a conversation is a list of turns. A <em>chat template</em>, a small
 * Jinja program that comes with the model, writes the turns as one text with control tokens between them, for example
 *
 * <pre>{@code
 * <|im_start|>user
 * What grows on the stone?<|im_end|>
 * <|im_start|>assistant
 * Lichen.<|im_end|>
 * }</pre>
 *
 * <p>{@link dev.lichen.lm.rendering.ConversationRenderer} makes tokens of this, and a mask of the positions that the
 * assistant is responsible for: everything after the opening of its turn, up to and including the end-of-turn token.
 * Fine-tuning learns these positions, the reward model scores at the last of them, PPO samples them.
 *
 * <p>Rendering goes in three steps, so that a message can never forge a role:
 *
 * <ol>
 *   <li>The template is rendered with a probe in each message's place, once for each order of roles. It never sees what
 *       people wrote. A second rendering, with white space around the probes, shows where the template trims.
 *   <li>The messages are put into the places of their probes. Control tokens are looked for in the template's own text
 *       only.
 *   <li>The text between two control tokens is encoded as plain text, in which no control token is recognised. Template
 *       words and message are encoded together, as Hugging Face does; only where that would change the tokens of the
 *       prompt are they encoded apart. So the rendering of a prompt and its reply always begins with the rendering of
 *       the prompt: what is learned is what will be sampled.
 * </ol>
 */
@NullMarked
package dev.lichen.lm.rendering;

import org.jspecify.annotations.NullMarked;
