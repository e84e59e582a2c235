package dev.lichen.annotation.view;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.account.Accounts;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.security.Person;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.text.PageTexts;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The place where people rank; the element {@code lichen-workbench} does the work, in the browser. */
@Route(value = "work/:slug/:assignment?", layout = ShellLayout.class)
@PermitAll
@JavaScript("context://lichen/ranking-model.js")
@JavaScript("context://lichen/drafts.js")
@JavaScript("context://lichen/keys.js")
@JavaScript("context://lichen/difference.js")
@JavaScript(Prose.HIGHLIGHTER)
@JavaScript("context://lichen/elements.js")
@JavaScript("context://lichen/code.js")
@JavaScript("context://lichen/dragging.js")
@JavaScript("context://lichen/writing.js")
@JavaScript("context://lichen/goal.js")
@JavaScript("context://lichen/pairing.js")
@JavaScript("context://lichen/doubt.js")
@JavaScript("context://lichen/workbench-page.js")
@JavaScript("context://lichen/workbench.js")
public final class WorkView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ProjectDoor door;
    private final Accounts accounts;
    private final PageTexts texts;
    private String title = "Lichen";

    /** Creates the page. */
    public WorkView(ProjectDoor door, Accounts accounts, PageTexts texts) {
        this.door = door;
        this.accounts = accounts;
        this.texts = texts;
        getStyle().set("display", "contents");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person me = Person.current();
        Project project = door.enter(event, me.id(), openers(event));
        title = project.name() + " · Lichen";
        Element bench = new Element("lichen-workbench");
        bench.setAttribute("base", "workbench/api/");
        bench.setAttribute("project", project.slug());
        bench.setAttribute(
                "owner", accounts.find(me.id()).map(Account::pseudonym).orElse(""));
        bench.setAttribute("home", ".");
        bench.setAttribute("history", "history/" + project.slug());
        bench.setAttribute("texts", CanonicalJson.write(texts.startingWith("work.", getLocale())));
        event.getRouteParameters().get("assignment").ifPresent(id -> bench.setAttribute("assignment", id));
        if (event.getLocation().getQueryParameters().getSingleParameter("then").equals(Optional.of("consensus"))) {
            bench.setAttribute("after", "projects/" + project.slug() + "/consensus");
        }
        getElement().removeAllChildren();
        getElement().appendChild(bench);
    }

    /** Annotators work through the queue; reviewers open what they decide by its name. */
    private static Role[] openers(BeforeEnterEvent event) {
        boolean named = event.getRouteParameters().get("assignment").isPresent();
        return named ? new Role[] {Role.ANNOTATOR, Role.REVIEWER, Role.ADMIN} : new Role[] {Role.ANNOTATOR};
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
