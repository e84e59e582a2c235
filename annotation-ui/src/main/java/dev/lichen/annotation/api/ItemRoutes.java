package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.exchange.Import;
import dev.lichen.annotation.exchange.ImportReport;
import dev.lichen.annotation.project.AddedItems;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.work.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The items of a project. */
@RestController
@RequestMapping("/api/v1/projects/{slug}/items")
final class ItemRoutes {

    private final ProjectAccess found;
    private final Items items;
    private final Import importing;

    ItemRoutes(ProjectAccess found, Items items, Import importing) {
        this.found = found;
        this.items = items;
        this.importing = importing;
    }

    /** A message of a prompt. */
    record PromptMessage(String role, String content) {}

    /** An item, without the names of those who wrote its answers. */
    record ItemEntry(
            UUID id,
            long number,
            List<PromptMessage> prompt,
            List<String> answers,
            @Nullable String language,
            String state,
            @Nullable String holdReason) {

        static ItemEntry of(StoredItem item) {
            return new ItemEntry(
                    item.id(),
                    item.number(),
                    item.prompt().stream()
                            .map(message -> new PromptMessage(message.role().jsonName(), message.content()))
                            .toList(),
                    item.answers().stream()
                            .map(answer -> answer.answer().content())
                            .toList(),
                    item.attributes().language(),
                    item.state(),
                    item.holdReason());
        }
    }

    /** Records of an import that hold nothing to rank. */
    record SkippedRecords(String reason, long count) {}

    /** What became of a file of items. */
    record ImportedItems(String format, AddedItems items, List<SkippedRecords> skipped) {

        static ImportedItems of(ImportReport report) {
            List<SkippedRecords> skipped = report.skips().stream()
                    .map(skip -> new SkippedRecords(skip.reason(), skip.count()))
                    .toList();
            return new ImportedItems(report.format(), report.items(), skipped);
        }
    }

    @GetMapping
    @ApiRoute(
            value = "Lists items in the order of import, without the names of models.",
            scope = TokenScope.ITEMS_READ,
            gives = ItemEntry.class,
            pages = true)
    ResponseEntity<byte[]> list(
            @PathVariable("slug") String slug,
            @RequestParam(value = "cursor", defaultValue = "0") long cursor,
            @RequestParam(value = "limit", defaultValue = Page.USUAL) int limit) {
        Project project = found.named(slug, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        List<ItemEntry> oneMore = items.page(Caller.id(), project.id(), cursor, Page.limit(limit) + 1).stream()
                .map(ItemEntry::of)
                .toList();
        return ApiJson.ok(Page.of(oneMore, limit, item -> String.valueOf(item.number())));
    }

    @PostMapping
    @ApiRoute(
            value = "Adds the items of a file of any known format, all or none; a fault is named by file and line.",
            scope = TokenScope.ITEMS_WRITE,
            takesMedia = "application/x-ndjson",
            gives = ImportedItems.class)
    ResponseEntity<byte[]> add(
            @PathVariable("slug") String slug,
            @RequestParam(value = "name", defaultValue = "items.jsonl") String name,
            HttpServletRequest request)
            throws IOException {
        Project project = found.named(slug, Role.ADMIN);
        try (UploadedFile file = UploadedFile.of(name, request.getInputStream())) {
            ImportReport report = importing.items(Caller.id(), project.id(), file.path());
            return ApiJson.answer(HttpStatus.CREATED, ImportedItems.of(report));
        }
    }
}
