package dev.lichen.cli.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldTest {

    private final World world = World.create(new SplittableRandom(1));

    @Test
    void holdsThousandsOfTasksInBothLanguages() {
        var languages = world.tasks().stream().collect(Collectors.groupingBy(Task::language, Collectors.counting()));
        assertTrue(languages.get(Language.ENGLISH) > 1000, languages::toString);
        assertTrue(languages.get(Language.CHINESE) > 1000, languages::toString);
    }

    @Test
    void hasEightCategoriesAndMore() {
        assertTrue(
                world.countsByCategory().size() >= 8,
                () -> world.countsByCategory().toString());
    }

    @Test
    void fillsEveryPlaceholder() {
        assertTrue(world.tasks().stream()
                .noneMatch(task -> (task.question() + task.statement() + task.subject()).contains("{")));
    }

    @Test
    void asksNothingTwice() {
        long distinct = world.tasks().stream().map(Task::question).distinct().count();
        assertEquals(distinct, world.tasks().size());
    }

    @Test
    void equalSeedsMakeEqualWorlds() {
        assertEquals(World.create(new SplittableRandom(1)).tasks(), world.tasks());
        assertNotEquals(World.create(new SplittableRandom(2)).tasks(), world.tasks());
    }

    @Test
    void findsTheTaskOfAQuestion() {
        Task task = world.taskOf("What is the Chinese word for water?").orElseThrow();
        assertEquals("The Chinese word for water is 水.", task.statement());
    }

    @Test
    void sharesOfTheStylesAddUpToOne() {
        assertEquals(
                1,
                Arrays.stream(AnswerStyle.values())
                        .mapToDouble(AnswerStyle::share)
                        .sum(),
                1e-12);
    }

    @Test
    void baseTextHoldsNoListOfAQuestion() {
        var documents = BaseText.of(world, new SplittableRandom(3)).documents(200, new SplittableRandom(4));
        long shared = world.tasks().stream()
                .filter(task ->
                        task.category().equals("reversing") && task.key().split("[ 、]").length > 2)
                .filter(task -> documents.stream().anyMatch(document -> document.contains(task.key())))
                .count();
        assertEquals(0, shared);
    }
}
