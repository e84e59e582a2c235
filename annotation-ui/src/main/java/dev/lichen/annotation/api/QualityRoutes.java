package dev.lichen.annotation.api;

import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.quality.Quality;
import dev.lichen.annotation.quality.QualityBoard;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The quality figures of a project. */
@RestController
final class QualityRoutes {

    private final ProjectAccess found;
    private final QualityBoard quality;

    QualityRoutes(ProjectAccess found, QualityBoard quality) {
        this.found = found;
        this.quality = quality;
    }

    @GetMapping("/api/v1/projects/{slug}/quality")
    @ApiRoute(
            value = "Shows agreement, consensus and effects with intervals, as of now; what is undefined says why.",
            scope = TokenScope.QUALITY_READ,
            gives = Quality.class)
    ResponseEntity<byte[]> show(@PathVariable("slug") String slug) {
        return ApiJson.ok(quality.of(Caller.id(), found.named(slug).id()));
    }
}
