package dev.lichen.datasets.formats.moss;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists the formats of MOSS and MOSS-RLHF. */
public final class MossFormats {

    private MossFormats() {}

    /** Returns them, the most specific first. */
    public static List<Format> all() {
        return List.of(
                new Moss003Format(),
                new Moss002Format(),
                new MossPreferenceFormat(),
                new MossDialoguesFormat(),
                new UserPromptFormat());
    }
}
