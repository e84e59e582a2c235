package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import dev.lichen.LichenException;
import dev.lichen.annotation.text.Refusals;

/** The line of a form that says, aloud too, why something was not done. */
final class ErrorLine extends Div {

    private static final String JAVA_S_WORDS = "For input string: ";

    ErrorLine() {
        addClassName("error");
        getElement().setAttribute("role", "alert");
    }

    /** Does something and then something else, such as showing what changed, or says why the first was refused. */
    void attempt(Runnable work, Runnable then) {
        if (attempt(work)) {
            then.run();
        }
    }

    /** Does something, or says why it was refused, in place of what was said before; returns whether it was done. */
    boolean attempt(Runnable work) {
        setText("");
        try {
            work.run();
            return true;
        } catch (NumberFormatException typo) {
            setText(getTranslation(
                    "settings.number", String.valueOf(typo.getMessage()).replace(JAVA_S_WORDS, "")));
        } catch (LichenException refusal) {
            setText(Refusals.words(refusal, (key, values) -> getTranslation(key, values)));
        }
        return false;
    }
}
