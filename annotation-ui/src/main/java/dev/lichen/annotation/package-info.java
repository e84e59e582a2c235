/**
 * Where people rank answers: who they are, what they judge, and a store that never loses or bends a judgement.
 *
 * <p>The packages stand on each other in this order. {@code store} opens the database, keeps the hash-chained ledger and
 * the judgements. {@code account} knows people, their roles and their passwords. {@code project} holds guidelines,
 * schemas and items. {@code queue} hands out work, blind and counterbalanced, and takes judgements in. {@code exchange}
 * reads and writes files through {@code dev.lichen.datasets}. {@code quality} says how far the judgements can be trusted.
 * {@code job} runs training as processes of their own, {@code errand} does what commands at the terminal ask for, and
 * {@code webhook} tells other programs. On these stand the ways in: {@code security} says who is there, {@code work} answers
 * the workbench, {@code api} answers programs, {@code view} shows the pages of those who lead, with {@code text} and
 * {@code rendering}, and {@code metrics} counts. {@code server} puts all together. Only the ways in know Vaadin or Spring's
 * web; nothing here depends on a tensor library.
 */
@NullMarked
package dev.lichen.annotation;

import org.jspecify.annotations.NullMarked;
