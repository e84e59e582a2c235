package dev.lichen.annotation.project;

import dev.lichen.datasets.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
            "gemma",
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
            List.of("通义千问", "通义", "文心一言", "讯飞星火", "智谱", "月之暗面", "豆包", "百川智能", "深度求索", "书生·浦语", "混元", "盘古大模型");

    /** Chinese is written right up to a name, and versions follow one: only Latin letters make another word of it. */
    private static final Pattern NAMES = Pattern.compile(
            "(?<!\\p{IsLatin})(?:" + String.join("|", LATIN_NAMES) + ")(?!\\p{IsLatin})|"
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

    /** Models are named by their folders too, whose last part gives them away if it is more than a common word. */
    private static Stream<String> generators(Answer answer) {
        String generator = answer.generator();
        if (generator == null || generator.length() < SHORTEST_GENERATOR) {
            return Stream.empty();
        }
        String last = generator.substring(generator.lastIndexOf('/') + 1);
        boolean isName = last.length() >= SHORTEST_GENERATOR && last.chars().anyMatch(Character::isDigit);
        return isName ? Stream.of(generator, last) : Stream.of(generator);
    }

    private static Optional<String> find(String text, List<Answer> answers) {
        Optional<String> name =
                NAMES.matcher(text).results().map(match -> match.group()).findFirst();
        if (name.isPresent()) {
            return name;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return answers.stream()
                .flatMap(IdentityScan::generators)
                .filter(generator -> lower.contains(generator.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
