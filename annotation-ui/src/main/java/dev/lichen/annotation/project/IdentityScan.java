package dev.lichen.annotation.project;

import dev.lichen.datasets.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds answers that give away who wrote them: names of models and their makers, and the name of the item's own
 * generators.
 */
public final class IdentityScan {

    private static final List<String> LATIN_NAMES = List.of(
            "chatgpt",
            "gpt-?[345][a-z0-9.-]*",
            "openai",
            "claude",
            "anthropic",
            "gemini",
            "google deepmind",
            "bard",
            "llama",
            "meta ai",
            "mistral",
            "mixtral",
            "qwen",
            "deepseek",
            "chatglm",
            "baichuan",
            "internlm",
            "smollm",
            "vicuna",
            "alpaca model",
            "koala model",
            "fastchat",
            "lmsys",
            "moss-?00\\d",
            "ernie bot",
            "grok",
            "xai",
            "copilot",
            "cohere",
            "command r",
            "palm 2",
            "phi-[1234]",
            "yi-\\d+b",
            "falcon-\\d+b",
            "doubao",
            "kimi");

    private static final List<String> CHINESE_NAMES =
            List.of("通义千问", "文心一言", "讯飞星火", "智谱", "月之暗面", "豆包", "百川智能", "深度求索", "书生·浦语", "混元", "盘古大模型");

    private static final Pattern NAMES = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + String.join("|", LATIN_NAMES) + ")(?![\\p{L}\\p{N}])|"
                    + String.join("|", CHINESE_NAMES),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Shorter generator names, such as {@code A}, are words of every text. */
    private static final int SHORTEST_GENERATOR = 4;

    private IdentityScan() {}

    /** Returns the first words, in any answer, that give a writer away. */
    public static Optional<String> find(List<Answer> answers) {
        return answers.stream()
                .map(answer -> find(answer.content(), answers))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> find(String text, List<Answer> answers) {
        Optional<String> name =
                NAMES.matcher(text).results().map(match -> match.group()).findFirst();
        if (name.isPresent()) {
            return name;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return answers.stream()
                .map(Answer::generator)
                .filter(generator -> generator != null && generator.length() >= SHORTEST_GENERATOR)
                .filter(generator -> lower.contains(generator.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
