package dev.lichen.datasets.formats.trl;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists the formats of TRL. */
public final class TrlFormats {

    private TrlFormats() {}

    /** Returns them, the most specific first. */
    public static List<Format> all() {
        return List.of(
                new BinarizedFormat(),
                new TextPreferenceFormat(),
                new ConversationalPreferenceFormat(),
                new ImplicitPreferenceFormat(),
                new ImplicitTextPreferenceFormat(),
                new UnpairedFormat(Form.TEXTS),
                new UnpairedFormat(Form.MESSAGES),
                new UnpairedMessagesFormat(),
                new PromptCompletionFormat(Form.TEXTS),
                new PromptCompletionFormat(Form.MESSAGES));
    }
}
