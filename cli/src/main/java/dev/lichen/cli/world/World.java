package dev.lichen.cli.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Holds every task of the quickstart's world: some thousands of questions, in Chinese and English.
 *
 * <p>The tasks are the product of question templates and tables of facts; only the lists of words to copy and to reverse
 * are drawn at random.
 */
public final class World {

    private final Map<String, Task> tasksByQuestion;

    private World(Map<String, Task> tasksByQuestion) {
        this.tasksByQuestion = tasksByQuestion;
    }

    /** Makes the world; equal random numbers make equal worlds. */
    public static World create(RandomGenerator random) {
        Map<String, List<List<String>>> tables = Tables.all(random);
        List<Template> templates = Tables.templates();
        Map<String, List<String>> keys = keysByCategory(templates, tables);
        Map<String, Task> tasks = new LinkedHashMap<>();
        for (Template template : templates) {
            List<String> pool = keys.getOrDefault(poolOf(template), List.of());
            for (List<String> row : rows(tables, template)) {
                Task task = template.taskOf(row, without(pool, template.keyOf(row)));
                tasks.putIfAbsent(task.question(), task);
            }
        }
        return new World(tasks);
    }

    private static Map<String, List<String>> keysByCategory(
            List<Template> templates, Map<String, List<List<String>>> tables) {
        return templates.stream()
                .collect(Collectors.groupingBy(
                        World::poolOf,
                        Collectors.flatMapping(
                                template -> rows(tables, template).stream().map(template::keyOf),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        all -> all.stream().distinct().toList()))));
    }

    private static List<List<String>> rows(Map<String, List<List<String>>> tables, Template template) {
        return tables.getOrDefault(template.table(), List.of());
    }

    /** Rivals are keys of the same category, table and column: an English key has English rivals. */
    private static String poolOf(Template template) {
        return template.category() + "/" + template.table() + "/" + template.key();
    }

    private static List<String> without(List<String> pool, String key) {
        return pool.stream().filter(other -> !other.equals(key)).toList();
    }

    /** Returns all tasks in the order of their templates. */
    public List<Task> tasks() {
        return List.copyOf(tasksByQuestion.values());
    }

    /** Finds the task of a question, if the world has it. */
    public Optional<Task> taskOf(String question) {
        return Optional.ofNullable(tasksByQuestion.get(question));
    }

    /** Returns the number of tasks of each category. */
    public Map<String, Long> countsByCategory() {
        return tasks().stream().collect(Collectors.groupingBy(Task::category, TreeMap::new, Collectors.counting()));
    }
}
