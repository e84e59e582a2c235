package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.exchange.Import;
import dev.lichen.annotation.exchange.ImportReport;
import dev.lichen.annotation.exchange.KeptJudgements;
import dev.lichen.annotation.project.AddedItems;
import dev.lichen.annotation.project.ItemFilter;
import dev.lichen.annotation.project.ItemList;
import dev.lichen.annotation.project.ItemState;
import dev.lichen.annotation.project.ListedItem;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.work.UploadedFile;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final Pattern IMPORTS = Pattern.compile(".*/api/v1/projects/[^/]+/items");

    private final ProjectAccess found;
    private final ItemList items;
    private final Import importing;

    ItemRoutes(ProjectAccess found, ItemList items, Import importing) {
        this.found = found;
        this.items = items;
        this.importing = importing;
    }

    /** A message of a prompt. */
    record PromptMessage(String role, String content) {}

    /** An item, without the names of those who wrote its answers; its source, for those who lead or audit. */
    record ItemEntry(
            UUID id,
            long number,
            List<PromptMessage> prompt,
            List<String> answers,
            @Nullable String language,
            @Nullable String source,
            ItemState state,
            @Nullable String holdReason,
            int priority,
            int overlap,
            long judged,
            boolean gold) {

        static ItemEntry of(ListedItem item, List<String> answers) {
            ListedItem.Handling handling = item.handling();
            return new ItemEntry(
                    item.id(),
                    item.number(),
                    item.prompt().stream()
                            .map(message -> new PromptMessage(message.role().jsonName(), message.content()))
                            .toList(),
                    answers,
                    item.language(),
                    item.source(),
                    item.state(),
                    item.holdReason(),
                    handling.priority(),
                    handling.overlap(),
                    handling.judged(),
                    handling.gold());
        }
    }

    /** Records of an import that hold nothing to rank. */
    record SkippedRecords(String reason, long count) {}

    /** What became of a file of items. */
    record ImportedItems(
            String format, AddedItems items, @Nullable KeptJudgements judgements, List<SkippedRecords> skipped) {

        static ImportedItems of(ImportReport report) {
            List<SkippedRecords> skipped = report.skips().stream()
                    .map(skip -> new SkippedRecords(skip.reason(), skip.count()))
                    .toList();
            return new ImportedItems(report.format(), report.items(), report.judgements(), skipped);
        }
    }

    @GetMapping
    @ApiRoute(
            value = "Lists items in the order of import, without the names of models: all, or those in a state, gold or"
                    + " not, with some words in the prompt or a number.",
            scope = TokenScope.ITEMS_READ,
            gives = ItemEntry.class,
            pages = true)
    ResponseEntity<byte[]> list(
            @PathVariable("slug") String slug,
            @RequestParam(value = "state", required = false) @Nullable ItemState state,
            @RequestParam(value = "gold", required = false) @Nullable Boolean gold,
            @RequestParam(value = "words", defaultValue = "") String words,
            @RequestParam(value = "cursor", defaultValue = "0") long cursor,
            @RequestParam(value = "limit", defaultValue = Page.USUAL) int limit) {
        Project project = found.named(slug, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        ItemFilter filter = new ItemFilter(words, state, gold);
        List<ListedItem> listed = items.page(Caller.id(), project.id(), filter, cursor, Page.limit(limit) + 1);
        Map<UUID, List<String>> answers = items.answers(Caller.id(), project.id(), listed);
        List<ItemEntry> oneMore = listed.stream()
                .map(item -> ItemEntry.of(item, answers.getOrDefault(item.id(), List.of())))
                .toList();
        return ApiJson.ok(Page.of(oneMore, limit, item -> String.valueOf(item.number())));
    }

    /** Returns whether a call imports a file, which may be a large transaction. */
    static boolean isImport(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && IMPORTS.matcher(request.getRequestURI()).matches();
    }

    @PostMapping
    @ApiRoute(
            value =
                    "Adds the items of a file of any known format, and if asked the judgements in it, all or none; a fault"
                            + " is named by file and line.",
            scope = TokenScope.ITEMS_WRITE,
            takesMedia = "application/x-ndjson",
            gives = ImportedItems.class,
            creates = true)
    ResponseEntity<byte[]> add(
            @PathVariable("slug") String slug,
            @RequestParam(value = "name", defaultValue = "items.jsonl") String name,
            @RequestParam(value = "judgements", defaultValue = "false") boolean judgements,
            HttpServletRequest request)
            throws IOException {
        Project project = found.named(slug, Role.ADMIN);
        try (UploadedFile file = UploadedFile.of(name, request.getContentLengthLong(), request.getInputStream())) {
            ImportReport report = judgements
                    ? importing.judgements(Caller.id(), project.id(), file.path())
                    : importing.items(Caller.id(), project.id(), file.path());
            return ApiJson.answer(HttpStatus.CREATED, ImportedItems.of(report));
        }
    }
}
