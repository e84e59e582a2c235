package dev.lichen.cli.jobs;

import dev.lichen.annotation.job.JobEstimate;
import dev.lichen.annotation.project.DataSize;
import dev.lichen.cli.align.AlignConfig;
import dev.lichen.cli.candidates.CandidatesConfig;
import dev.lichen.cli.evaluate.EvaluationConfig;
import dev.lichen.cli.uncertainty.UncertaintyConfig;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.checkpoint.HuggingFaceConfig;
import dev.lichen.ppo.PpoConfig;
import dev.lichen.ppo.RolloutConfig;
import dev.lichen.rewardmodel.RewardConfig;
import dev.lichen.sft.SftConfig;
import java.nio.file.Path;
import java.util.Map;

/**
 * Counts the arithmetic and the memory of a job, by the usual rule: a forward pass takes 2 operations a weight and token, a
 * training pass 6; a weight that is trained takes 16 bytes with its gradient and moments, a frozen one 4.
 *
 * <p>The time is a range, for what a processor core makes of its arithmetic differs by more than anything else here: from
 * {@value #SLOW_CORE} to {@value #FAST_CORE} operations a second.
 *
 * @param operations of the whole job
 * @param steps of the whole job, each of which takes a little time whatever it computes
 * @param bytes of memory at the highest
 * @param parameters of the model
 */
record StageWork(double operations, double steps, double bytes, long parameters) {

    private static final double FAST_CORE = 4e10;
    private static final double SLOW_CORE = 3e9;
    private static final double FAST_STEP = 0.02;
    private static final double SLOW_STEP = 0.5;
    private static final double FASTEST_START = 3;
    private static final double SLOWEST_START = 20;

    private static final double CHARACTERS_PER_TOKEN = 3;
    private static final double FORWARD = 2;
    private static final double TRAINING = 6;
    private static final double TRAINED = 16;
    private static final double FROZEN = 4;
    private static final double PROGRAM = 500e6;

    /** A token at a time is read from memory, which takes about this much longer than its arithmetic. */
    private static final double DECODING = 4;

    static StageWork of(Record config, Map<String, String> settings, DataSize data) {
        return switch (config) {
            case SftConfig sft -> fineTuning(sft, sft.model(), data);
            case RewardConfig reward -> reward(reward, reward.model(), data);
            case PpoConfig ppo -> policy(ppo, ppo.models().policy(), data);
            case AlignConfig align -> line(align, data);
            case CandidatesConfig candidates -> candidates(candidates, data);
            case UncertaintyConfig uncertainty -> uncertainty(uncertainty, data);
            case EvaluationConfig evaluation ->
                comparison(evaluation, Path.of(settings.getOrDefault("candidate", "")), data);
            default -> throw new IllegalArgumentException("no work is known of " + config.getClass());
        };
    }

    JobEstimate estimate() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new JobEstimate(
                FASTEST_START + operations / (cores * FAST_CORE) + steps * FAST_STEP,
                SLOWEST_START + operations / (cores * SLOW_CORE) + steps * SLOW_STEP,
                (long) bytes,
                parameters);
    }

    private static StageWork fineTuning(SftConfig config, Path model, DataSize data) {
        double tokens = Math.min(config.data().maximumTokens(), data.characters() / CHARACTERS_PER_TOKEN);
        return training(
                model,
                data.rankings() * config.epochs(),
                tokens,
                config.batch().size(),
                config.batch().microBatchTokens());
    }

    private static StageWork reward(RewardConfig config, Path model, DataSize data) {
        double tokens = Math.min(config.data().maximumTokens(), data.characters() / CHARACTERS_PER_TOKEN);
        return training(
                model,
                data.rankings() * config.epochs(),
                tokens * data.answers(),
                config.batch().size(),
                config.batch().microBatchTokens());
    }

    private static StageWork training(Path model, double examples, double tokensEach, int batch, int microBatch) {
        TransformerConfig size = size(model);
        long weights = size.parameterCount();
        return new StageWork(
                TRAINING * weights * examples * tokensEach,
                examples / batch,
                PROGRAM + TRAINED * weights + activations(size, microBatch),
                weights);
    }

    private static StageWork policy(PpoConfig config, Path model, DataSize data) {
        RolloutConfig rollout = config.rollout();
        TransformerConfig size = size(model);
        long weights = size.parameterCount();
        double responses = (double) rollout.promptsPerStep() * rollout.answersPerPrompt();
        double length = Math.min(rollout.maximumPromptTokens(), data.characters() / CHARACTERS_PER_TOKEN)
                + rollout.maximumNewTokens();
        double generation = FORWARD * DECODING * responses * rollout.maximumNewTokens();
        double looks = 4 * FORWARD * responses * length;
        double updates = 2 * TRAINING * config.update().epochs() * responses * length;
        return new StageWork(
                weights * (generation + looks + updates) * config.steps(),
                config.steps()
                        * (1.0 + config.update().epochs() * config.update().minibatches()),
                PROGRAM
                        + 2 * (TRAINED + FROZEN) * weights
                        + activations(size, config.update().microBatchTokens()),
                weights);
    }

    private static StageWork line(AlignConfig config, DataSize data) {
        StageWork sft = fineTuning(config.sft(), config.model(), data);
        StageWork reward = reward(config.reward(), config.model(), data);
        StageWork ppo = policy(config.ppo(), config.model(), data);
        StageWork comparison = comparison(config.evaluation(), config.model(), data);
        return new StageWork(
                sft.operations + reward.operations + ppo.operations + comparison.operations,
                sft.steps + reward.steps + ppo.steps + comparison.steps,
                Math.max(ppo.bytes, Math.max(sft.bytes, reward.bytes)),
                ppo.parameters);
    }

    private static StageWork comparison(EvaluationConfig config, Path model, DataSize data) {
        TransformerConfig size = size(model);
        long weights = size.parameterCount();
        double responses = 2.0 * config.prompts() * config.seeds().size();
        double length = data.characters() / CHARACTERS_PER_TOKEN + config.maximumNewTokens();
        return new StageWork(
                weights * responses * FORWARD * (DECODING * config.maximumNewTokens() + 3 * length),
                responses / 16,
                PROGRAM + 3 * FROZEN * weights,
                weights);
    }

    private static StageWork candidates(CandidatesConfig config, DataSize data) {
        long weights = size(config.models().getFirst()).parameterCount();
        double prompts = config.maximumPrompts() == 0 ? data.items() : config.maximumPrompts();
        double responses = prompts * config.answers();
        double tokens = data.characters() / CHARACTERS_PER_TOKEN + DECODING * config.maximumNewTokens();
        return new StageWork(
                FORWARD * weights * responses * tokens, responses / 8, PROGRAM + FROZEN * weights, weights);
    }

    private static StageWork uncertainty(UncertaintyConfig config, DataSize data) {
        long weights = size(config.model()).parameterCount();
        double answers = data.items() * data.answers();
        double tokens = data.characters() / CHARACTERS_PER_TOKEN;
        return new StageWork(
                FORWARD * weights * answers * tokens, data.items() / 8.0, PROGRAM + FROZEN * weights, weights);
    }

    /** What a forward pass keeps for the backward one, in float32. */
    private static double activations(TransformerConfig size, int tokens) {
        double layer = 16.0 * size.width() + 3.0 * size.feedForwardWidth();
        return 4.0 * tokens * (size.layers() * layer + 2.0 * size.vocabularySize());
    }

    static TransformerConfig size(Path model) {
        return HuggingFaceConfig.read(model.resolve(HuggingFaceConfig.FILE)).transformer();
    }
}
