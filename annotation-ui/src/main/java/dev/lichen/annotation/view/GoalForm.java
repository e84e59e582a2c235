package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import dev.lichen.annotation.account.AccountException;
import dev.lichen.annotation.account.Goals;
import dev.lichen.annotation.queue.Paces;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/** Says how much somebody judged today, and lets them set themselves a goal; both are for their own eyes. */
final class GoalForm extends Div {

    private final Goals goals;
    private final UUID me;
    private final long judged;
    private final Paragraph today = Parts.quiet("");
    private final Input wanted = Parts.input("number", "");
    private final ErrorLine error = new ErrorLine();
    private final Div said = Parts.of("quiet");

    GoalForm(Goals goals, Paces paces, UUID me, ZoneId zone) {
        this.goals = goals;
        this.me = me;
        this.judged = paces.today(me, zone);
        wanted.getElement().setAttribute("min", "1").setAttribute("max", String.valueOf(Goals.HIGHEST));
        said.getElement().setAttribute("role", "status");
        show();
        add(Parts.panel(
                getTranslation("goal.title"),
                today,
                Parts.field(getTranslation("goal.wanted"), wanted, getTranslation("goal.help")),
                error,
                Parts.row(Parts.button(getTranslation("save"), this::save), said),
                Parts.quiet(getTranslation("goal.zone", zone.getId()))));
    }

    private void show() {
        Optional<Integer> goal = goals.of(me);
        wanted.setValue(goal.map(String::valueOf).orElse(""));
        today.setText(goal.map(wish -> getTranslation("goal.of", judged, wish))
                .orElseGet(() -> getTranslation("goal.none", judged)));
    }

    private void save() {
        said.setText("");
        error.setText("");
        try {
            set(wanted.getValue().strip());
            show();
            said.setText(getTranslation("saved"));
        } catch (AccountException | NumberFormatException refusal) {
            error.setText(getTranslation("goal.bad", Goals.HIGHEST, wanted.getValue()));
        }
    }

    private void set(String goal) {
        if (goal.isEmpty()) {
            goals.clear(me);
        } else {
            goals.set(me, Integer.parseInt(goal));
        }
    }
}
