package dev.lichen.annotation.exchange;

import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.formats.FormatPreview;
import dev.lichen.datasets.formats.Formats;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists the formats in which records of a kind can be exported, and what each of them has no place for. */
public final class ExportFormats {

    /** Lichen's own records, which lose nothing. */
    public static final Format OWN = Formats.named("records").orElseThrow();

    private static final String NAME_OF_OWN = "lichen";

    private ExportFormats() {}

    /** Returns the formats that can hold a kind: Lichen's own, those that are made for it, those that hold a part of it. */
    public static List<Format> of(ExportKind kind) {
        return Formats.all().stream()
                .filter(format -> preview(kind, format).writable() && isMeantFor(kind, format))
                .sorted(Comparator.comparing((Format format) -> !format.equals(OWN))
                        .thenComparing(format -> !format.kinds().contains(records(kind)))
                        .thenComparing(Format::name))
                .toList();
    }

    /** A remark among conversations would pass for a text to learn from. */
    private static boolean isMeantFor(ExportKind kind, Format format) {
        return kind != ExportKind.REMARKS || format.kinds().contains(RecordKind.PROMPT);
    }

    private static RecordKind records(ExportKind kind) {
        return switch (kind) {
            case RANKINGS -> RecordKind.RANKING;
            case DEMONSTRATIONS -> RecordKind.CONVERSATION;
            case RATINGS -> RecordKind.RATING;
            case REMARKS -> RecordKind.PROMPT;
        };
    }

    /** Returns what a format has no place for, of records of a kind that have everything. */
    public static FormatPreview preview(ExportKind kind, Format format) {
        return FormatPreview.of(format, Specimens.of(kind));
    }

    /** Returns the format that other programs usually take a kind in: messages, as Hugging Face's libraries read them. */
    public static Format usual(ExportKind kind) {
        String name = switch (kind) {
            case RANKINGS -> "trl-preference-conversational";
            case DEMONSTRATIONS -> "messages";
            case RATINGS -> "rating";
            case REMARKS -> "prompt";
        };
        return Formats.named(name).orElseThrow();
    }

    /** Returns the format of a name, if there is one. */
    public static Optional<Format> named(String name) {
        return name.equals(NAME_OF_OWN) ? Optional.of(OWN) : Formats.named(name);
    }

    /** Returns the name of a format, as it is asked for and recorded. */
    public static String name(Format format) {
        return format.equals(OWN) ? NAME_OF_OWN : format.name();
    }
}
