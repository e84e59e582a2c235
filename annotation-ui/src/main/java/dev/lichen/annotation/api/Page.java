package dev.lichen.annotation.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A part of a list.
 *
 * @param items what is on it
 * @param next the {@code cursor} of the next page; null on the last one
 */
record Page<T>(List<T> items, @Nullable String next) {

    static final String USUAL = "100";
    private static final int LARGEST = 500;

    Page {
        items = List.copyOf(items);
    }

    /** Makes a page of {@code limit} from a list that was asked for one more. */
    static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        boolean more = oneMore.size() > limit;
        List<T> items = more ? oneMore.subList(0, limit) : oneMore;
        return new Page<>(items, more ? cursor.apply(items.getLast()) : null);
    }

    /** Makes a page of a whole list, of what comes after a cursor; an unknown cursor begins at its place in the order. */
    static <T> Page<T> after(List<T> sorted, String cursor, int limit, Function<T, String> name) {
        List<T> rest = sorted.stream()
                .filter(one -> name.apply(one).compareTo(cursor) > 0)
                .limit(limit + 1L)
                .toList();
        return of(rest, limit, name);
    }

    /**
     * Makes a page of a whole list in whatever order, of what comes after the entry that a cursor names.
     *
     * @throws ApiException if there is no such entry, as when it was deleted
     */
    static <T> Page<T> following(List<T> all, String cursor, int limit, Function<T, String> name) {
        List<String> names = all.stream().map(name).toList();
        if (!cursor.isEmpty() && !names.contains(cursor)) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST, "Bad cursor: found \"" + cursor + "\", expected the last page's \"next\"");
        }
        return of(
                all.stream().skip(names.indexOf(cursor) + 1L).limit(limit + 1L).toList(), limit, name);
    }

    static int limit(int wanted) {
        if (wanted < 1 || wanted > LARGEST) {
            throw new ApiException(HttpStatus.BAD_REQUEST, "Bad limit: found " + wanted + ", expected 1 to " + LARGEST);
        }
        return wanted;
    }
}
