package dev.lichen.cli.world;

import java.util.List;

/** Lists the set phrases of courtesy, rudeness and padding in each language. */
final class Phrases {

    private Phrases() {}

    static List<String> courteous(Language language) {
        return switch (language) {
            case ENGLISH -> List.of("I hope this helps!", "Glad to help!", "Have a nice day!");
            case CHINESE -> List.of("希望对您有帮助！", "很高兴能帮到您！", "祝您愉快！");
        };
    }

    static List<String> rude(Language language) {
        return switch (language) {
            case ENGLISH -> List.of("What a silly question.", "Look it up yourself next time.");
            case CHINESE -> List.of("这都不知道。", "下次自己去查。");
        };
    }

    static List<String> padding(Language language) {
        return switch (language) {
            case ENGLISH -> List.of("As I said,", "Let me say it again:", "Once more:");
            case CHINESE -> List.of("我刚才说了，", "我再说一遍：", "还是那句话，");
        };
    }

    /** Joins sentences as the language does: English with a space, Chinese without. */
    static String join(Language language, String... sentences) {
        return String.join(language == Language.ENGLISH ? " " : "", sentences);
    }
}
