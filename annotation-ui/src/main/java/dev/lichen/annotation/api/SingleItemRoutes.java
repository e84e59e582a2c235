package dev.lichen.annotation.api;

import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.account.TokenScope;
import dev.lichen.annotation.project.GoldItems;
import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.ItemHandling;
import dev.lichen.annotation.project.ItemList;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.project.ListedItem;
import dev.lichen.annotation.project.Project;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One item of a project, by its number. */
@RestController
@RequestMapping("/api/v1/projects/{slug}/items/{number}")
final class SingleItemRoutes {

    private final ProjectAccess found;
    private final ItemList list;
    private final Items items;
    private final GoldItems gold;
    private final ItemHandling handling;

    SingleItemRoutes(ProjectAccess found, ItemList list, Items items, GoldItems gold, ItemHandling handling) {
        this.found = found;
        this.list = list;
        this.items = items;
        this.gold = gold;
        this.handling = handling;
    }

    /** What is expected of a gold item: the rank of each answer, smaller is better, null not ranked. */
    record ExpectedOrder(List<@Nullable Integer> expected, double tolerance, String explanation) {

        static ExpectedOrder of(GoldKey key) {
            return new ExpectedOrder(key.expected().values(), key.tolerance(), key.explanation());
        }

        GoldKey key() {
            return GoldKey.ofRanks(expected, tolerance, explanation);
        }
    }

    /** An item, and what is expected of it if it is gold. */
    record ItemDetails(ItemRoutes.ItemEntry item, @Nullable ExpectedOrder gold) {}

    /** How early an item comes. */
    record Priority(int priority) {}

    /** How many people judge an item. */
    record Overlap(int overlap) {}

    /** Why an item is withheld. */
    record Withholding(String reason) {}

    @GetMapping
    @ApiRoute(
            value = "Shows an item, without the names of models.",
            scope = TokenScope.ITEMS_READ,
            gives = ItemDetails.class)
    ResponseEntity<byte[]> show(@PathVariable("slug") String slug, @PathVariable("number") long number) {
        Project project = found.named(slug, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        return details(project, number);
    }

    @PutMapping("/gold")
    @ApiRoute(
            value = "Makes an item gold, or changes the order that is expected of it.",
            scope = TokenScope.ITEMS_WRITE,
            takes = ExpectedOrder.class,
            gives = ItemDetails.class)
    ResponseEntity<byte[]> setGold(
            @PathVariable("slug") String slug, @PathVariable("number") long number, @RequestBody byte[] body) {
        return changed(
                slug,
                number,
                item -> gold.set(
                        Caller.id(),
                        item,
                        ApiJson.read(body, ExpectedOrder.class).key()),
                Role.ADMIN);
    }

    @DeleteMapping("/gold")
    @ApiRoute(
            value = "Makes a gold item one like any other.",
            scope = TokenScope.ITEMS_WRITE,
            gives = ItemDetails.class)
    ResponseEntity<byte[]> removeGold(@PathVariable("slug") String slug, @PathVariable("number") long number) {
        return changed(slug, number, item -> gold.remove(Caller.id(), item), Role.ADMIN);
    }

    @PutMapping("/priority")
    @ApiRoute(
            value = "Sets how early an item comes: higher comes first, from -1000 to 1000.",
            scope = TokenScope.ITEMS_WRITE,
            takes = Priority.class,
            gives = ItemDetails.class)
    ResponseEntity<byte[]> setPriority(
            @PathVariable("slug") String slug, @PathVariable("number") long number, @RequestBody byte[] body) {
        return changed(
                slug,
                number,
                item -> handling.setPriority(
                        Caller.id(), item, ApiJson.read(body, Priority.class).priority()),
                Role.ADMIN);
    }

    @PutMapping("/overlap")
    @ApiRoute(
            value = "Sets how many people judge an item, no fewer than have begun or judged it.",
            scope = TokenScope.ITEMS_WRITE,
            takes = Overlap.class,
            gives = ItemDetails.class)
    ResponseEntity<byte[]> setOverlap(
            @PathVariable("slug") String slug, @PathVariable("number") long number, @RequestBody byte[] body) {
        return changed(
                slug,
                number,
                item -> handling.setOverlap(
                        Caller.id(), item, ApiJson.read(body, Overlap.class).overlap()),
                Role.ADMIN);
    }

    @PostMapping("/hold")
    @ApiRoute(
            value = "Withholds an item from annotators, for a reason.",
            scope = TokenScope.ITEMS_WRITE,
            takes = Withholding.class,
            gives = ItemDetails.class)
    ResponseEntity<byte[]> hold(
            @PathVariable("slug") String slug, @PathVariable("number") long number, @RequestBody byte[] body) {
        return changed(
                slug,
                number,
                item -> items.hold(
                        Caller.id(), item, ApiJson.read(body, Withholding.class).reason()),
                Role.ADMIN,
                Role.REVIEWER);
    }

    @PostMapping("/release")
    @ApiRoute(
            value = "Lets an item that was withheld go to annotators.",
            scope = TokenScope.ITEMS_WRITE,
            gives = ItemDetails.class)
    ResponseEntity<byte[]> release(@PathVariable("slug") String slug, @PathVariable("number") long number) {
        return changed(slug, number, item -> items.release(Caller.id(), item), Role.ADMIN, Role.REVIEWER);
    }

    /** Finds the item for somebody with one of the roles, changes it, and shows it as it is then. */
    private ResponseEntity<byte[]> changed(String slug, long number, Consumer<UUID> change, Role... anyOf) {
        Project project = found.named(slug, anyOf);
        change.accept(item(project, number).id());
        return details(project, number);
    }

    private ListedItem item(Project project, long number) {
        return list.find(Caller.id(), project.id(), number).orElseThrow(() -> ApiException.notFound("item " + number));
    }

    private ResponseEntity<byte[]> details(Project project, long number) {
        ListedItem item = item(project, number);
        Map<UUID, List<String>> answers = list.answers(Caller.id(), project.id(), List.of(item));
        ExpectedOrder expected =
                gold.key(Caller.id(), item.id()).map(ExpectedOrder::of).orElse(null);
        return ApiJson.ok(
                new ItemDetails(ItemRoutes.ItemEntry.of(item, answers.getOrDefault(item.id(), List.of())), expected));
    }
}
