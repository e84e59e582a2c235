/**
 * What the annotation app asks of the stages before it starts one: {@link dev.lichen.cli.jobs.StageForms} lists, checks and
 * estimates settings by the stages' own configuration records. Nothing here opens a tensor library, so the app's process
 * stays without one.
 */
@NullMarked
package dev.lichen.cli.jobs;

import org.jspecify.annotations.NullMarked;
