package dev.lichen.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.Prompt;
import java.util.ArrayList;
import java.util.List;

/**
 * Two policies' answers to one prompt, not yet judged.
 *
 * @param prompt the held-out question
 * @param seed the seed both answers were sampled with
 * @param candidate the new policy's answer
 * @param baseline the old policy's answer
 */
public record Contest(Prompt prompt, long seed, PolicyAnswer candidate, PolicyAnswer baseline) {

    private static final String UNSPECIFIED = "unspecified";

    /** Returns the text that prompts are told apart by: what is said by whom, whatever the record's id. */
    public String promptKey() {
        return PromptKey.of(prompt);
    }

    /** Returns the prompt's category, its extra field of that name. */
    public String category() {
        return prompt.attributes().extra().get("category").map(JsonNode::asText).orElse(UNSPECIFIED);
    }

    /** Returns the prompt's language tag. */
    public String language() {
        String language = prompt.attributes().language();
        return language == null ? UNSPECIFIED : language;
    }

    /** Lets both policies answer every prompt once per seed; the result is ordered by seed, then prompt. */
    public static List<Contest> hold(
            AnsweringPolicy candidate, AnsweringPolicy baseline, List<Prompt> prompts, List<Long> seeds) {
        List<Contest> contests = new ArrayList<>();
        for (long seed : seeds) {
            List<PolicyAnswer> candidateAnswers = answers(candidate, prompts, seed);
            List<PolicyAnswer> baselineAnswers = answers(baseline, prompts, seed);
            for (int i = 0; i < prompts.size(); i++) {
                contests.add(new Contest(prompts.get(i), seed, candidateAnswers.get(i), baselineAnswers.get(i)));
            }
        }
        return List.copyOf(contests);
    }

    private static List<PolicyAnswer> answers(AnsweringPolicy policy, List<Prompt> prompts, long seed) {
        List<PolicyAnswer> answers = policy.answer(prompts, seed);
        if (answers.size() != prompts.size()) {
            throw new IllegalStateException(
                    policy.name() + " gave " + answers.size() + " answers to " + prompts.size() + " prompts");
        }
        return answers;
    }
}
