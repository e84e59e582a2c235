package dev.lichen.cli.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the tables that stand in resource files and computes the others: sums, differences and lists of words. */
final class Tables {

    private static final int LISTS = 80;
    private static final int LARGEST_SUMMAND = 6;
    private static final int LARGEST_MINUEND = 9;

    private Tables() {}

    /** Returns each table by the name that templates use; the lists of words depend on the random numbers. */
    static Map<String, List<List<String>>> all(RandomGenerator random) {
        Map<String, List<List<String>>> tables = new TreeMap<>();
        List<List<String>> words = resource("words");
        tables.put("words", words.stream().map(Tables::withCapitals).toList());
        tables.put("opposites-english", bothDirections(resource("opposites-english")));
        tables.put("opposites-chinese", bothDirections(resource("opposites-chinese")));
        tables.put("colours", resource("colours"));
        tables.put("legs", resource("legs"));
        tables.put("greetings", product(resource("greetings"), resource("names")));
        tables.put("sums", sums());
        tables.put("differences", differences());
        tables.put("lists-english", lists(words, 0, " ", random));
        tables.put("lists-chinese", lists(words, 1, "、", random));
        return tables;
    }

    static List<Template> templates() {
        return resource("templates").stream().map(Template::of).toList();
    }

    private static List<List<String>> resource(String name) {
        try (InputStream stream = Tables.class.getResourceAsStream(name + ".tsv")) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its table " + name + ".tsv");
            }
            return rows(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> rows(BufferedReader reader) {
        return reader.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    private static List<String> withCapitals(List<String> word) {
        return List.of(word.get(0), word.get(1), word.get(0).toUpperCase(Locale.ROOT));
    }

    private static List<List<String>> bothDirections(List<List<String>> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair, pair.reversed())).toList();
    }

    private static List<List<String>> product(List<List<String>> left, List<List<String>> right) {
        return left.stream()
                .flatMap(a -> right.stream()
                        .map(b -> Stream.concat(a.stream(), b.stream()).toList()))
                .toList();
    }

    private static List<List<String>> sums() {
        return pairs(LARGEST_SUMMAND, LARGEST_SUMMAND)
                .map(pair -> numbers(pair.get(0), pair.get(1), pair.get(0) + pair.get(1)))
                .toList();
    }

    private static List<List<String>> differences() {
        return pairs(LARGEST_MINUEND, LARGEST_MINUEND)
                .filter(pair -> pair.get(1) <= pair.get(0))
                .map(pair -> numbers(pair.get(0), pair.get(1), pair.get(0) - pair.get(1)))
                .toList();
    }

    private static Stream<List<Integer>> pairs(int largestLeft, int largestRight) {
        return IntStream.rangeClosed(0, largestLeft)
                .boxed()
                .flatMap(left -> IntStream.rangeClosed(0, largestRight).mapToObj(right -> List.of(left, right)));
    }

    private static List<String> numbers(int... values) {
        return IntStream.of(values).mapToObj(Integer::toString).toList();
    }

    private static List<List<String>> lists(
            List<List<String>> words, int column, String separator, RandomGenerator random) {
        return IntStream.range(0, LISTS)
                .mapToObj(i -> listOf(words, column, 2 + i % 2, random))
                .map(list -> List.of(String.join(separator, list), String.join(separator, list.reversed())))
                .distinct()
                .toList();
    }

    private static List<String> listOf(List<List<String>> words, int column, int length, RandomGenerator random) {
        List<List<String>> shuffled = new ArrayList<>(words);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().limit(length).map(row -> row.get(column)).collect(Collectors.toList());
    }
}
