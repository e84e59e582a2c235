package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.lichen.annotation.queue.Pace;
import dev.lichen.annotation.queue.Paces;
import dev.lichen.annotation.queue.Standing;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.WilsonInterval;
import java.time.Duration;

/** A person's own figures in a project: how much, how long, how it agrees with items of known order. */
final class OwnFigures extends Div {

    OwnFigures(Standing own, Pace pace) {
        addClassName("form");
        DescriptionList figures = new DescriptionList();
        figures.addClassName("figures");
        figure(figures, getTranslation("history.today"), String.valueOf(pace.today()));
        figure(figures, getTranslation("history.week"), String.valueOf(pace.week()));
        figure(figures, getTranslation("history.judged"), String.valueOf(own.judged()));
        figure(figures, getTranslation("history.skipped"), String.valueOf(own.skipped()));
        figure(
                figures,
                getTranslation("history.median", Paces.LATEST),
                pace.anItem().map(this::time).orElse("–"));
        figure(figures, getTranslation("history.gold"), gold(own));
        add(figures, Parts.quiet(getTranslation(own.goldSeen() == 0 ? "history.gold.none" : "history.gold.help")));
    }

    /** The share with its interval and what it rests on: "80 % (49 – 94 %), n = 10". */
    private String gold(Standing own) {
        if (own.goldSeen() == 0) {
            return "–";
        }
        Interval interval = WilsonInterval.of((double) own.goldPassed(), own.goldSeen(), Interval.USUAL_LEVEL);
        return getTranslation(
                "history.gold.share",
                Parts.percent((double) own.goldPassed() / own.goldSeen()),
                Math.round(100 * interval.low()),
                Parts.percent(interval.high()),
                own.goldSeen());
    }

    private String time(Duration median) {
        long seconds = Math.round(median.toMillis() / 1000.0);
        return seconds < 120
                ? getTranslation("time.seconds", seconds)
                : getTranslation("time.minutes", Math.round(seconds / 60.0));
    }

    private static void figure(DescriptionList figures, String name, String value) {
        figures.add(new Div(new DescriptionList.Term(name), new DescriptionList.Description(value)));
    }
}
