package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;

/** How much better each tier is than the next, the best one first. */
final class Strengths extends Paragraph {

    Strengths(List<Integer> strengths) {
        addClassName("quiet");
        String words = strengths.stream()
                .map(strength -> getTranslation("work.strength." + strength))
                .collect(Collectors.joining(", "));
        setText(getTranslation("review.strengths", words));
    }
}
