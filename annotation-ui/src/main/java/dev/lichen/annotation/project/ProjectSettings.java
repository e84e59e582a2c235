package dev.lichen.annotation.project;

/**
 * The rules by which a project's items are handed out.
 *
 * @param overlapTarget how many people judge each item, exactly; at least 1
 * @param leaseSeconds how long an opened item is kept for its annotator; at least 60
 * @param gold hidden items of known order
 * @param repeats hidden second looks at one's own items
 * @param sampling which item comes next
 */
public record ProjectSettings(int overlapTarget, int leaseSeconds, Gold gold, Repeats repeats, Sampling sampling) {

    private static final int SHORTEST_LEASE = 60;
    private static final int USUAL_LEASE = 1800;
    private static final double USUAL_SHARE = 0.05;
    private static final int USUAL_GAP = 20;
    private static final double USUAL_CONTROL = 0.2;

    /**
     * Hidden items of known order.
     *
     * @param share of a person's items, in [0, 0.5]
     * @param trainingItems how many gold items with feedback a person does first; 0 for no training
     */
    public record Gold(double share, int trainingItems) {
        public Gold {
            require(isShare(share), ProjectRefusal.BAD_GOLD_SHARE, share);
            require(trainingItems >= 0, ProjectRefusal.BAD_TRAINING, trainingItems);
        }
    }

    /**
     * Hidden second looks at one's own items.
     *
     * @param share of a person's items, in [0, 0.5]
     * @param gap how many other judgements stand between the first look and the second; at least 1
     */
    public record Repeats(double share, int gap) {
        public Repeats {
            require(isShare(share), ProjectRefusal.BAD_REPEAT_SHARE, share);
            require(gap >= 1, ProjectRefusal.BAD_GAP, gap);
        }
    }

    /**
     * Which item comes next.
     *
     * @param policy how it is chosen
     * @param controlShare under {@link SamplingPolicy#UNCERTAINTY}, the share chosen uniformly; in (0, 1], never 0
     */
    public record Sampling(SamplingPolicy policy, double controlShare) {
        public Sampling {
            require(controlShare > 0 && controlShare <= 1, ProjectRefusal.BAD_CONTROL, controlShare);
        }
    }

    public ProjectSettings {
        require(overlapTarget >= 1, ProjectRefusal.BAD_OVERLAP_TARGET, overlapTarget);
        require(leaseSeconds >= SHORTEST_LEASE, ProjectRefusal.BAD_LEASE, SHORTEST_LEASE, leaseSeconds);
    }

    /** Returns three judgements an item, half an hour's lease, 5 % gold and repeats, items in order. */
    public static ProjectSettings defaults() {
        return new ProjectSettings(
                3,
                USUAL_LEASE,
                new Gold(USUAL_SHARE, 0),
                new Repeats(USUAL_SHARE, USUAL_GAP),
                new Sampling(SamplingPolicy.ORDER, USUAL_CONTROL));
    }

    private static boolean isShare(double share) {
        return share >= 0 && share <= 0.5;
    }

    private static void require(boolean holds, ProjectRefusal rule, Object... values) {
        if (!holds) {
            throw new ProjectException(rule, values);
        }
    }
}
