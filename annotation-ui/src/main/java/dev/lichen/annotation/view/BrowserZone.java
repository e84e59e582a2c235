package dev.lichen.annotation.view;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time zone that a browser names, by which days begin for whoever sits before it. */
final class BrowserZone {

    private BrowserZone() {}

    /** Returns it, or that of UTC where the browser names none. */
    static ZoneId of(UI ui) {
        String name = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        if (name == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
