package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Brings a part of a page up to date again and again, while it is shown and until that ends. */
final class Polling {

    private static final int NEVER = -1;

    private final Component part;
    private final Duration pause;
    private final Runnable refresh;
    private boolean isWanted;
    private @Nullable Registration listening;

    Polling(Component part, Duration pause, Runnable refresh) {
        this.part = part;
        this.pause = pause;
        this.refresh = refresh;
        part.addAttachListener(attached -> listen(attached.getUI()));
        part.addDetachListener(detached -> pauseIn(detached.getUI()));
    }

    /** Begins, as soon as the part is shown. */
    void begin() {
        isWanted = true;
        part.getUI().ifPresent(this::listen);
    }

    void end() {
        isWanted = false;
        part.getUI().ifPresent(this::pauseIn);
    }

    private void listen(UI ui) {
        if (isWanted && listening == null) {
            ui.setPollInterval((int) pause.toMillis());
            listening = ui.addPollListener(_ -> refresh.run());
        }
    }

    private void pauseIn(UI ui) {
        if (listening != null) {
            listening.remove();
            listening = null;
            ui.setPollInterval(NEVER);
        }
    }
}
