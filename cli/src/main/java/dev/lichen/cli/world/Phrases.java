package dev.lichen.cli.world;

import java.util.List;
import java.util.Map;

/** Lists the set phrases of courtesy, rudeness and padding in each language. */
final class Phrases {

    private static final Map<Language, List<String>> COURTEOUS = Map.of(
            Language.ENGLISH, List.of("I hope this helps!", "Glad to help!", "Have a nice day!"),
            Language.CHINESE, List.of("希望对您有帮助！", "很高兴能帮到您！", "祝您愉快！"));
    private static final Map<Language, List<String>> RUDE = Map.of(
            Language.ENGLISH, List.of("What a silly question.", "Look it up yourself next time."),
            Language.CHINESE, List.of("这都不知道。", "下次自己去查。"));
    private static final Map<Language, List<String>> PADDING = Map.of(
            Language.ENGLISH, List.of("As I said,", "Let me say it again:", "Once more:"),
            Language.CHINESE, List.of("我刚才说了，", "我再说一遍：", "还是那句话，"));

    private Phrases() {}

    static List<String> courteous(Language language) {
        return COURTEOUS.get(language);
    }

    static List<String> rude(Language language) {
        return RUDE.get(language);
    }

    static List<String> padding(Language language) {
        return PADDING.get(language);
    }

    /** Joins sentences as the language does: English with a space, Chinese without. */
    static String join(Language language, String... sentences) {
        return String.join(language == Language.ENGLISH ? " " : "", sentences);
    }
}
