package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.AccessToken;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.Projects;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Finds projects for a caller; those that the token or its owner has nothing to do with are not there. */
final class ProjectAccess {

    private final Projects projects;
    private final Access access;

    ProjectAccess(Projects projects, Access access) {
        this.projects = projects;
        this.access = access;
    }

    /** Returns a project in which the caller has a role. */
    Project named(String slug) {
        return projects.find(slug)
                .filter(ProjectAccess::isOfToken)
                .filter(project -> !access.roles(Caller.id(), project.id()).isEmpty())
                .orElseThrow(() -> ApiException.notFound("project " + slug));
    }

    /** Returns a project in which the caller has one of some roles. */
    Project named(String slug, Role... anyOf) {
        Project project = named(slug);
        access.require(Caller.id(), project.id(), anyOf);
        return project;
    }

    /** Returns every project that the caller may see. */
    List<Project> all() {
        return projects.list(Caller.id()).stream()
                .filter(ProjectAccess::isOfToken)
                .toList();
    }

    /** Refuses a token that is good for one project only. */
    static void requireEverywhere() {
        if (Caller.token().project() != null) {
            throw new ApiException(
                    HttpStatus.FORBIDDEN, "Not allowed: the token is good for one project, expected one for all");
        }
    }

    private static boolean isOfToken(Project project) {
        AccessToken token = Caller.token();
        return token.project() == null || project.id().equals(token.project());
    }
}
