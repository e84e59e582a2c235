package dev.lichen.annotation.metrics;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Counts how long requests take, by method, route and class of status. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestTimes extends OncePerRequestFilter {

    /** The upper ends of the buckets, in seconds. */
    private static final List<Double> ENDS = List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1.0, 3.0, 10.0);

    private static final double NANOSECONDS = 1e9;
    private static final String NAME = "lichen_http_request_seconds";

    private final ConcurrentMap<Kind, Times> times = new ConcurrentHashMap<>();

    /** What requests are counted by: few values each, whatever addresses people try. */
    private record Kind(String method, String route, String status) {}

    /** A histogram. */
    private record Times(AtomicLongArray buckets, LongAdder nanoseconds) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            note(kind(request, response), System.nanoTime() - begun);
        }
    }

    private static Kind kind(HttpServletRequest request, HttpServletResponse response) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String route = pattern == null ? "other" : pattern.toString();
        String method =
                List.of("GET", "POST", "PUT", "DELETE").contains(request.getMethod()) ? request.getMethod() : "other";
        return new Kind(method, route, response.getStatus() / 100 + "xx");
    }

    private void note(Kind kind, long nanoseconds) {
        Times noted =
                times.computeIfAbsent(kind, _ -> new Times(new AtomicLongArray(ENDS.size() + 1), new LongAdder()));
        double seconds = nanoseconds / NANOSECONDS;
        int bucket = (int) ENDS.stream().filter(end -> seconds > end).count();
        noted.buckets().incrementAndGet(bucket);
        noted.nanoseconds().add(nanoseconds);
    }

    void write(PrometheusText text) {
        text.figure(NAME, "histogram", "How long requests took, in seconds.");
        times.forEach((kind, noted) -> write(text, kind, noted));
    }

    private static void write(PrometheusText text, Kind kind, Times noted) {
        String[] labels = {"method", kind.method(), "route", kind.route(), "status", kind.status()};
        long sum = 0;
        for (int i = 0; i < ENDS.size(); i++) {
            sum += noted.buckets().get(i);
            text.value(NAME + "_bucket", sum, with(labels, String.valueOf(ENDS.get(i))));
        }
        long all = sum + noted.buckets().get(ENDS.size());
        text.value(NAME + "_bucket", all, with(labels, "+Inf"));
        text.value(NAME + "_sum", noted.nanoseconds().sum() / NANOSECONDS, labels);
        text.value(NAME + "_count", all, labels);
    }

    private static String[] with(String[] labels, String end) {
        return IntStream.range(0, labels.length + 2)
                .mapToObj(i -> i < labels.length ? labels[i] : i == labels.length ? "le" : end)
                .toArray(String[]::new);
    }
}
