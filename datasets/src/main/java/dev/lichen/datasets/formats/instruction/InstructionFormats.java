package dev.lichen.datasets.formats.instruction;

import dev.lichen.datasets.format.Format;
import java.util.List;

/** Lists the formats of instructions and chats. */
public final class InstructionFormats {

    private InstructionFormats() {}

    /** Returns them, the most specific first. */
    public static List<Format> all() {
        return List.of(
                new ShareGptPreferenceFormat(),
                new ShareGptFormat(),
                new SelfInstructFormat(),
                new RankedOutputsFormat(),
                new AlpacaFormat());
    }
}
