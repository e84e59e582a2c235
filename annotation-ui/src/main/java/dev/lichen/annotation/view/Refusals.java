package dev.lichen.annotation.view;

import com.vaadin.flow.component.Component;
import dev.lichen.LichenException;
import dev.lichen.annotation.account.AccountException;

/** Says in the reader's language why something was refused; what only those meet who lead is said as the service says it. */
final class Refusals {

    private Refusals() {}

    static String words(Component page, LichenException refusal) {
        return refusal instanceof AccountException account
                ? page.getTranslation("refused." + account.reason())
                : String.valueOf(refusal.getMessage());
    }
}
