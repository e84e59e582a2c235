package dev.lichen.datasets.formats.hh;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists the formats of HH-RLHF. */
public final class HhFormats {

    private HhFormats() {}

    /** Returns them, the most specific first. */
    public static List<Format> all() {
        return List.of(new HhRlhfFormat(), new RedTeamFormat());
    }
}
