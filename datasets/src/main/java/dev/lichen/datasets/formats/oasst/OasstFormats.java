package dev.lichen.datasets.formats.oasst;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists the formats of Open Assistant. */
public final class OasstFormats {

    private OasstFormats() {}

    /** Returns them, the most specific first. */
    public static List<Format> all() {
        return List.of(new OasstTreeFormat(), new OasstThreadFormat(), new OasstMessagesFormat());
    }
}
