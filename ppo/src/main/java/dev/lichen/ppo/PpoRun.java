package dev.lichen.ppo;

import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.training.AdamW;
import dev.lichen.training.Checkpointable;
import dev.lichen.training.Outcome;
import dev.lichen.training.RandomStreams;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.TrainedWeights;
import dev.lichen.training.stage.StageLoop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Puts the parts of a PPO run together and runs its steps.
 *
 * @param config the numbers
 * @param environment who listens and who may stop
 * @param streams the run's random numbers
 */
record PpoRun(PpoConfig config, StageEnvironment environment, RandomStreams streams) {

    private static final String POLICY = "policy";
    private static final String CRITIC = "critic";

    Outcome train(RunDirectory run, PpoActors actors, Tokenizer tokenizer) {
        try (AdamW policy = new AdamW(
                        config.update().policy().adam(), actors.policy().parameters());
                AdamW critic = new AdamW(
                        config.update().critic().adam(), actors.critic().parameters())) {
            PpoUpdates.GradientSteps steps = new PpoUpdates.GradientSteps(
                    config.update().policy().gradientStep(policy, config.steps()),
                    config.update().critic().gradientStep(critic, config.steps()));
            PpoTrainer trainer = trainer(actors, tokenizer, steps);
            List<Checkpointable> parts = List.of(
                    new TrainedWeights(POLICY, actors.policy().parameters(), policy),
                    new TrainedWeights(CRITIC, actors.critic().parameters(), critic),
                    trainer.checkpointPart());
            return new StageLoop(environment, run, config.run(), Map.of())
                    .run(config.steps(), parts, stepsDone -> trainer.evaluate(), trainer::telling);
        }
    }

    private PpoTrainer trainer(PpoActors actors, Tokenizer tokenizer, PpoUpdates.GradientSteps steps) {
        ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
        renderer.notice().ifPresent(environment.display()::onNotice);
        RolloutCollector collector = new RolloutCollector(
                actors, tokenizer, renderer.stopTokens(), config.rollout().sampling(), streams);
        PpoUpdates updates = new PpoUpdates(
                config.update(),
                new PolicyUpdate(
                        actors.policy(),
                        config.update().clip().policyLoss(),
                        config.rollout().temperature()),
                new ValueUpdate(actors.critic(), config.update().clip().valueLoss()),
                steps,
                FirstMinibatchCheck.of(environment.compute().precision()),
                streams);
        return new PpoTrainer(config, questions(renderer), collector, updates);
    }

    private PpoQuestions questions(ConversationRenderer renderer) {
        PpoPrompts prompts = new PpoPrompts(renderer, config.rollout().maximumPromptTokens(), environment.display());
        Path heldOut = config.rollout().evaluationPrompts();
        return new PpoQuestions(
                prompts.read(config.rollout().prompts()),
                heldOut == null ? List.of() : prompts.read(heldOut),
                config.rollout(),
                streams);
    }
}
