package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Says that a page is not there: it never was, or it is not for the person who asks; which of these is not told. */
@AnonymousAllowed
public final class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    /** Creates the page. */
    public NotFoundView() {
        Section panel = new Section(
                new H1(getTranslation("missing.title")),
                Parts.quiet(getTranslation("missing")),
                Parts.row(Parts.link(".", getTranslation("shell.projects"))));
        panel.addClassNames("instead", "not-found");
        add(new Parts.MainPart(panel));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("missing.title") + " · Lichen";
    }
}
