package dev.lichen.ppo;

import dev.lichen.training.RandomStreams;

/**
 * Says to which prompts each step answers: every epoch goes through all of them once, in an order of its own.
 *
 * <p>The position in the data is a function of the step's number, so that a resumed run goes on where it stopped and a
 * checkpoint needs no position. A batch may end one epoch and begin the next; all are of one size, so
 * that every step samples the same number of responses.
 */
final class PromptOrder {

    private final int prompts;
    private final int batchSize;
    private final RandomStreams streams;
    private final String purpose;

    /**
     * Prepares the order.
     *
     * @param prompts how many prompts there are, at least 1
     * @param batchSize how many of them a step takes, at least 1
     * @param streams the run's random numbers
     * @param purpose names the shuffles; different purposes never share an order
     */
    PromptOrder(int prompts, int batchSize, RandomStreams streams, String purpose) {
        if (prompts < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "prompts and batch size must be at least 1, were %d and %d".formatted(prompts, batchSize));
        }
        this.prompts = prompts;
        this.batchSize = batchSize;
        this.streams = streams;
        this.purpose = purpose;
    }

    /** Returns the indices of the prompts of a step, from the number of steps that went before. */
    int[] batch(long stepsDone) {
        int[] batch = new int[batchSize];
        long epoch = -1;
        int[] order = {};
        for (int i = 0; i < batchSize; i++) {
            long position = stepsDone * batchSize + i;
            if (position / prompts != epoch) {
                epoch = position / prompts;
                order = streams.permutation(prompts, purpose, epoch);
            }
            batch[i] = order[(int) (position % prompts)];
        }
        return batch;
    }

    /** Returns how many times all prompts were seen after a number of steps. */
    double epochs(long steps) {
        return (double) steps * batchSize / prompts;
    }

    /** Returns how many steps see every prompt so many times, rounded up. */
    long stepsFor(double epochs) {
        return (long) Math.ceil(epochs * prompts / batchSize);
    }
}
