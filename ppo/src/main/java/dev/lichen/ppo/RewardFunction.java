package dev.lichen.ppo;

import dev.lichen.datasets.Prompt;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/** Says how good sampled responses are: a reward model, or any rule over text. */
@FunctionalInterface
public interface RewardFunction {

    /** Gives one finite score a response, in order; greater is better. */
    List<Double> score(List<SampledResponse> responses);

    /** Makes a reward of a rule that looks at the prompt and the response's text. */
    static RewardFunction ofText(ToDoubleBiFunction<Prompt, String> rule) {
        return responses -> responses.stream()
                .map(response -> rule.applyAsDouble(response.prompt(), response.text()))
                .toList();
    }
}
