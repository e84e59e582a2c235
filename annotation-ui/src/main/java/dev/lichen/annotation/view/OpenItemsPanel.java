package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.lichen.annotation.project.ItemHandling;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.quality.OpenItems;
import java.util.UUID;

/** How many items a coin might still have ordered, what that means, and a way to have one more person judge each. */
final class OpenItemsPanel extends Div {

    private final OpenItems open;
    private final ItemHandling handling;
    private final UUID me;
    private final Project project;
    private final Paragraph raised = Parts.quiet("");
    private final ErrorLine error = new ErrorLine();

    OpenItemsPanel(OpenItems open, ItemHandling handling, UUID me, Project project, boolean leads) {
        this.open = open;
        this.handling = handling;
        this.me = me;
        this.project = project;
        raised.getElement().setAttribute("role", "status");
        Div panel = Parts.panelled(
                getTranslation("open-items.title"),
                Parts.quiet(getTranslation(
                        "open-items.help",
                        Math.round(1 / open.falseDecisions()),
                        Math.round(100 * open.falseDecisions()))),
                Parts.quiet(getTranslation("open-items.count", open.open(), open.of(), open.waiting())));
        if (leads && !open.first().isEmpty()) {
            panel.add(
                    Parts.row(Parts.quietButton(
                            getTranslation("open-items.raise", open.first().size()), () -> error.attempt(this::raise))),
                    error,
                    raised);
        }
        add(panel);
    }

    private void raise() {
        int items = handling.addOne(me, project.id(), open.first());
        raised.setText(getTranslation("open-items.raised", items));
    }
}
