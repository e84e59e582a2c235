package dev.lichen.annotation.view;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Says that the database does not answer, and that work is kept in the browser meanwhile. */
@AnonymousAllowed
public final class NoDatabaseView extends Div implements HasErrorParameter<DataAccessException>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(NoDatabaseView.class);

    /** Creates the page. */
    public NoDatabaseView() {
        Section panel = new Section(
                new H1(getTranslation("nodatabase.title")),
                Parts.quiet(getTranslation("nodatabase")),
                Parts.row(Parts.link(".", getTranslation("shell.projects"))));
        panel.addClassNames("instead", "no-database");
        add(new Parts.MainPart(panel));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<DataAccessException> parameter) {
        LOG.warn("The database does not answer: {}", parameter.getException().getMessage());
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nodatabase.title") + " · Lichen";
    }
}
