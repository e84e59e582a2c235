package dev.lichen.annotation.view;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import java.util.UUID;

/**
 * Lets people into the pages of a project.
 *
 * @param projects finds projects by their name in an address
 * @param access says who has which role
 */
public record ProjectDoor(Projects projects, Access access) {

    /**
     * Returns the project that the address names by {@code slug}.
     *
     * @throws NotFoundException if there is none in which the person has one of the roles: to them, it is not there
     */
    Project enter(BeforeEnterEvent event, UUID person, Role... anyOf) {
        return event.getRouteParameters()
                .get("slug")
                .flatMap(projects::find)
                .filter(found -> access.has(person, found.id(), anyOf))
                .orElseThrow(NotFoundException::new);
    }
}
