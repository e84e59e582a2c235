package dev.lichen.datasets.formats.own;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists Lichen's own formats. */
public final class OwnFormats {

    private OwnFormats() {}

    /** Returns those that nothing else looks like. */
    public static List<Format> unmistakable() {
        return List.of(new RankingFormat(), new RatingFormat());
    }

    /** Returns those whose fields other formats have too, and more. */
    public static List<Format> general() {
        return List.of(new MessagesFormat(), new PromptFormat(), new RecordsFormat());
    }
}
