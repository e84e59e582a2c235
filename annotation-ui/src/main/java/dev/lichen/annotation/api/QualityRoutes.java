package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.project.ItemHandling;
import dev.lichen.annotation.quality.OpenItems;
import dev.lichen.annotation.quality.Quality;
import dev.lichen.annotation.quality.QualityBoard;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The quality figures of a project. */
@RestController
final class QualityRoutes {

    private final ProjectAccess found;
    private final QualityBoard quality;
    private final ItemHandling handling;

    QualityRoutes(ProjectAccess found, QualityBoard quality, ItemHandling handling) {
        this.found = found;
        this.quality = quality;
        this.handling = handling;
    }

    /** How many items get one more judgement. */
    record Raised(int items) {}

    @GetMapping("/api/v1/projects/{slug}/quality")
    @ApiRoute(
            value = "Shows agreement, consensus and effects with intervals, as of now; what is undefined says why.",
            scope = TokenScope.QUALITY_READ,
            gives = Quality.class)
    ResponseEntity<byte[]> show(@PathVariable("slug") String slug) {
        return ApiJson.ok(quality.of(Caller.id(), found.named(slug).id()));
    }

    @PostMapping("/api/v1/projects/{slug}/quality/open-items/overlap")
    @ApiRoute(
            value =
                    "Has one more person judge each item whose order is open and that waits for nobody, a thousand at most.",
            scope = TokenScope.ITEMS_WRITE,
            gives = Raised.class)
    ResponseEntity<byte[]> raise(@PathVariable("slug") String slug) {
        UUID project = found.named(slug, Role.ADMIN).id();
        OpenItems open = quality.of(Caller.id(), project).openItems();
        return ApiJson.ok(new Raised(handling.addOne(Caller.id(), project, open.first())));
    }
}
