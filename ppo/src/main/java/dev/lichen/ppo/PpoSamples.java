package dev.lichen.ppo;

import dev.lichen.datasets.Message;
import dev.lichen.training.Metrics;
import dev.lichen.training.TrainingListener;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what the policy says during training. */
final class PpoSamples {

    private static final int SHOWN = 2;

    private PpoSamples() {}

    /** Tells the first responses of every so many steps; an interval of 0 means never. */
    static void tell(Rollouts rollouts, Rewards rewards, long stepsDone, long interval, TrainingListener listener) {
        if (interval == 0 || (stepsDone + 1) % interval != 0) {
            return;
        }
        for (int row = 0; row < Math.min(SHOWN, rollouts.size()); row++) {
            SampledResponse response = rollouts.responses().get(row);
            Metrics scores = Metrics.of("score", rollouts.scores().get(row))
                    .with("kl", rewards.divergence().rowSum(row))
                    .with("tokens", response.response().size());
            listener.onSample(new TrainingListener.Sample(
                    stepsDone + 1, text(response.prompt().prompt()), response.text(), scores));
        }
    }

    private static String text(List<Message> messages) {
        return messages.stream().map(Message::content).collect(Collectors.joining("\n"));
    }
}
