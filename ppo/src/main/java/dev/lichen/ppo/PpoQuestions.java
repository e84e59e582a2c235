package dev.lichen.ppo;

import dev.lichen.training.EpochOrder;
import dev.lichen.training.RandomStreams;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Says which prompts are answered at which step, each as often as it is to be answered. */
final class PpoQuestions {

    private static final String SHUFFLE = "ppo/prompts";

    private final List<PpoPrompt> prompts;
    private final List<PpoPrompt> heldOut;
    private final EpochOrder order;
    private final int answersPerPrompt;

    PpoQuestions(List<PpoPrompt> prompts, List<PpoPrompt> heldOut, RolloutConfig config, RandomStreams streams) {
        this.prompts = List.copyOf(prompts);
        this.heldOut = List.copyOf(heldOut);
        this.order = new EpochOrder(prompts.size(), config.promptsPerStep(), streams, SHUFFLE);
        this.answersPerPrompt = config.answersPerPrompt();
    }

    /** The prompts of a step, from the number of steps that went before. */
    List<PpoPrompt> ofStep(long stepsDone) {
        return Arrays.stream(order.batch(stepsDone))
                .mapToObj(prompts::get)
                .flatMap(prompt -> Collections.nCopies(answersPerPrompt, prompt).stream())
                .toList();
    }

    /** The prompts that nothing is learned from. */
    List<PpoPrompt> heldOut() {
        return heldOut;
    }
}
