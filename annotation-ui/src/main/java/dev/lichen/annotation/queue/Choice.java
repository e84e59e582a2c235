package dev.lichen.annotation.queue;

/**
 * How an item was chosen.
 *
 * @param arm the part of the policy that chose it
 * @param policy names the policy and its settings
 * @param propensity the chance with which the whole policy would have chosen it, in (0, 1]
 */
record Choice(SamplingArm arm, String policy, double propensity) {

    /** The choice of what comes next in order, or of what was drawn apart from the items of the queue. */
    static Choice inOrder() {
        return new Choice(SamplingArm.ORDER, "order", 1);
    }
}
