package dev.lichen.datasets.formats.tools;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists the exports of annotation tools; they are read, not written. */
public final class ToolFormats {

    private ToolFormats() {}

    /** Returns them, the most specific first. */
    public static List<Format> all() {
        return List.of(
                new ArgillaFormat(),
                new ArgillaColumnsFormat(),
                new LabelStudioFormat(),
                new LabelStudioFlatFormat(),
                new PotatoFormat(),
                new PotatoExportFormat());
    }
}
