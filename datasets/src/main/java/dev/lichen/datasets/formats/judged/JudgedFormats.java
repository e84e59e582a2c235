package dev.lichen.datasets.formats.judged;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists the formats of compared answers. */
public final class JudgedFormats {

    private JudgedFormats() {}

    /** Returns them, the most specific first. */
    public static List<Format> all() {
        return List.of(
                new InstructGptFormat(),
                new UltraFeedbackFormat(),
                new SummaryComparisonFormat(),
                new ArenaFormat(),
                new ArenaTextFormat(),
                new HelpSteerFormat());
    }
}
