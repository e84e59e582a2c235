package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.quality.Quality;
import dev.lichen.annotation.quality.QualityBoard;
import dev.lichen.annotation.quality.QualityProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Shows what is made of a project's quality figures once they are computed, and how far they are until then. */
final class WhenComputed extends Div {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int SECONDS_A_MINUTE = 60;

    private final QualityBoard board;
    private final UUID me;
    private final Project project;
    private final Function<Quality, Component> content;
    private final long event;
    private final Polling polling = new Polling(this, PAUSE, this::refresh);

    WhenComputed(QualityBoard board, UUID me, Project project, Function<Quality, Component> content) {
        this.board = board;
        this.me = me;
        this.project = project;
        this.content = content;
        this.event = board.now();
        addClassName("form");
        refresh();
    }

    private void refresh() {
        Optional<Quality> quality = board.soon(me, project.id(), event);
        removeAll();
        add(quality.map(content).orElseGet(this::progress));
        if (quality.isEmpty()) {
            polling.begin();
        } else {
            polling.end();
        }
    }

    private Component progress() {
        QualityProgress progress = board.progress(me, project.id());
        long seconds = progress.left().toSeconds();
        String left = seconds < SECONDS_A_MINUTE
                ? getTranslation("quality.seconds", seconds)
                : getTranslation("quality.minutes", Math.ceilDiv(seconds, SECONDS_A_MINUTE));
        String text = progress.share() == 0
                ? getTranslation("quality.begins")
                : getTranslation("quality.computing", (int) (100 * progress.share()), left);
        return Parts.panel(getTranslation("project.quality"), Parts.quiet(text));
    }
}
