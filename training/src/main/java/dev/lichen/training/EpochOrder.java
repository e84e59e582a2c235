package dev.lichen.training;

/**
 * Says which examples each step trains on: every epoch goes through all of them once, in an order of its own.
 *
 * <p>The position in the data is a function of the step's number, so that a resumed run goes on where it stopped and a
 * checkpoint needs no position. A batch may end one epoch and begin the next; none is cut short.
 */
public final class EpochOrder {

    private final int examples;
    private final int batchSize;
    private final RandomStreams streams;
    private final String purpose;

    /**
     * Prepares the order.
     *
     * @param examples how many examples there are, at least 1
     * @param batchSize how many of them a step takes, at least 1
     * @param streams the run's random numbers
     * @param purpose names the shuffles; different purposes never share an order
     */
    public EpochOrder(int examples, int batchSize, RandomStreams streams, String purpose) {
        if (examples < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "examples and batch size must be at least 1, were %d and %d".formatted(examples, batchSize));
        }
        this.examples = examples;
        this.batchSize = batchSize;
        this.streams = streams;
        this.purpose = purpose;
    }

    /** Returns the indices of the examples of a step, from the number of steps that went before. */
    public int[] batch(long stepsDone) {
        int[] batch = new int[batchSize];
        long epoch = -1;
        int[] order = {};
        for (int i = 0; i < batchSize; i++) {
            long position = stepsDone * batchSize + i;
            if (position / examples != epoch) {
                epoch = position / examples;
                order = streams.permutation(examples, purpose, epoch);
            }
            batch[i] = order[(int) (position % examples)];
        }
        return batch;
    }

    /** Returns how many times all examples were seen after a number of steps. */
    public double epochs(long steps) {
        return (double) steps * batchSize / examples;
    }

    /** Returns how many steps see every example so many times, rounded up. */
    public long stepsFor(double epochs) {
        return (long) Math.ceil(epochs * examples / batchSize);
    }
}
