package dev.lichen.evaluation.report;

import dev.lichen.evaluation.JudgeDescription;
import dev.lichen.evaluation.Measured;
import dev.lichen.evaluation.SliceWinRate;
import dev.lichen.evaluation.WinRates;
import dev.lichen.evaluation.markup.Markup;
import dev.lichen.evaluation.plot.IntervalStrip;
import java.util.List;

/** Who preferred what: a table a judge, each row with its interval drawn on one scale. */
final class WinRateSection {
    private static final int COLUMNS = 5;

    private WinRateSection() {}

    static void add(Markup page, List<WinRates> tables) {
        Sections.open(page, "win-rates", "Is the new policy preferred?");
        if (tables.isEmpty()) {
            Sections.note(page, "No win rate was measured.");
        } else {
            tables.forEach(rates -> addTable(page, rates));
            Sections.note(
                    page,
                    "Win rate: wins and half the ties, as a share of the comparisons. Intervals resample "
                            + "prompts, since answers to one prompt are not independent. An interval to the right of the line "
                            + "shows a gain, one to the left a loss, one across it neither. Slices are read one by one: among "
                            + "many, some stand aside of the line by chance alone.");
        }
        page.close();
    }

    private static void addTable(Markup page, WinRates rates) {
        page.element("h3", "Judged by the " + rates.judge().spokenName());
        Sections.note(page, standing(rates.judge(), rates.candidate()));
        Sections.openTable(page, rates.candidate() + " against " + rates.baseline(), "rates");
        Sections.head(
                page,
                "Prompts",
                "Win rate",
                Figures.level(rates.overall().winRate()) + " interval",
                "Drawn, with a line at one half",
                "Rests on");
        page.open("tbody");
        addRow(page, rates.overall(), "All prompts");
        addGroup(page, "By category", rates.categories());
        addGroup(page, "By language", rates.languages());
        addScale(page);
        page.close().close().close();
    }

    private static String standing(JudgeDescription judge, String candidate) {
        String independence = judge.standing() == JudgeDescription.Standing.INDEPENDENT
                ? "No stage of training has seen this judge."
                : candidate + " was trained to please this judge, so its word is no evidence of what people would say.";
        return judge.simulated() ? independence + " It is simulated: a rule, not a person." : independence;
    }

    private static void addGroup(Markup page, String heading, List<SliceWinRate> slices) {
        if (!slices.isEmpty()) {
            page.open("tr", "class", "group")
                    .element("th", heading, "scope", "rowgroup", "colspan", String.valueOf(COLUMNS))
                    .close();
            slices.forEach(slice -> addRow(page, slice, slice.slice()));
        }
    }

    private static void addRow(Markup page, SliceWinRate slice, String name) {
        Measured rate = slice.winRate();
        page.open("tr").element("th", name, "scope", "row");
        Sections.number(page, Figures.percent(rate));
        Sections.number(page, Figures.percentInterval(rate));
        page.open("td", "class", "drawing");
        if (rate.value() != null && rate.lower() != null && rate.upper() != null) {
            page.add(new IntervalStrip(rate.value(), rate.lower(), rate.upper(), WinRates.EVEN).draw());
        }
        page.close();
        page.element("td", basis(slice), "class", "basis");
        page.close();
    }

    private static String basis(SliceWinRate slice) {
        String counts = slice.wins() + " won, " + slice.ties() + " tied, " + slice.losses() + " lost";
        return slice.winRate().value() == null
                ? Sections.basis(slice.winRate(), "comparisons")
                : counts + "; " + Sections.basis(slice.winRate(), "comparisons");
    }

    private static void addScale(Markup page) {
        page.open("tr", "class", "scale", "aria-hidden", "true")
                .empty("td")
                .empty("td")
                .empty("td");
        page.open("td", "class", "drawing")
                .add(IntervalStrip.scale(WinRates.EVEN))
                .close();
        page.empty("td").close();
    }
}
