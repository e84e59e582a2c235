package dev.lichen.annotation.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Works as many annotators do, over HTTP, on a store that {@code StoreFill} filled:
 * {@code AnnotatorLoad ADDRESS PEOPLE SECONDS THINK_SECONDS}.
 *
 * <p>Each signs in, opens the page of the workbench, and then opens an item, thinks, saves three drafts meanwhile, submits,
 * and opens the next one at once. The time for an item is exponentially distributed about the mean that is given; people
 * begin at random moments of the first such time. Nothing before the measured seconds counts.
 */
final class AnnotatorLoad {

    private static final int DRAFTS = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String address;
    private final double think;
    private final Map<String, ConcurrentLinkedQueue<Long>> taken = Map.of(
            "open", new ConcurrentLinkedQueue<>(),
            "draft", new ConcurrentLinkedQueue<>(),
            "submit", new ConcurrentLinkedQueue<>());
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    private volatile boolean measured;
    private volatile boolean over;

    private AnnotatorLoad(String address, double think) {
        this.address = address;
        this.think = think;
    }

    public static void main(String[] arguments) throws InterruptedException {
        AnnotatorLoad load = new AnnotatorLoad(arguments[0], Double.parseDouble(arguments[3]));
        load.run(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        System.exit(load.errors.isEmpty() ? 0 : 1);
    }

    private void run(int people, long seconds) throws InterruptedException {
        List<HttpPerson> present = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            present.add(arrived(i));
        }
        List<Thread> working = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            HttpPerson person = present.get(i);
            Random random = new Random(i);
            working.add(Thread.startVirtualThread(() -> work(person, random)));
        }
        Thread.sleep(Duration.ofMillis((long) (think * 1000)));
        measured = true;
        Thread.sleep(Duration.ofSeconds(seconds));
        measured = false;
        over = true;
        working.forEach(Thread::interrupt);
        taken.forEach(AnnotatorLoad::report);
        System.out.printf(
                "%d people, %d s, %.0f s an item on average: %d errors%n", people, seconds, think, errors.size());
        errors.stream().distinct().limit(5).forEach(System.out::println);
    }

    private HttpPerson arrived(int number) throws InterruptedException {
        try {
            HttpPerson person = new HttpPerson(address).signedIn("person-" + number);
            person.get("work/load");
            person.get("?v-r=init&location=work/load&query=");
            return person;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void work(HttpPerson person, Random random) {
        try {
            sleep(random.nextDouble() * think);
            while (!over) {
                item(person, random);
            }
        } catch (IOException e) {
            errors.add(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void item(HttpPerson person, Random random) throws IOException, InterruptedException {
        HttpResponse<String> opened =
                timed("open", () -> person.send("POST", "workbench/api/projects/load/next", "", "Accept", "*/*"));
        if (opened.statusCode() != 200) {
            sleep(think);
            return;
        }
        JsonNode item = JSON.readTree(opened.body());
        String path = "workbench/api/assignments/" + item.path("assignment").asText();
        int saved = item.path("draft").path("revision").asInt(); // of an earlier run
        double time = -Math.log(1 - random.nextDouble()) * think;
        for (int draft = 0; draft < DRAFTS; draft++) {
            sleep(time / (DRAFTS + 1));
            String body =
                    JSON.writeValueAsString(Map.of("revision", saved + draft, "body", "{\"tiers\":[[\"A\"],[\"B\"]]}"));
            timed("draft", () -> person.send("PUT", path + "/draft", body, "Content-Type", "application/json"));
        }
        sleep(time / (DRAFTS + 1));
        String body = JSON.writeValueAsString(ranking(item.path("answers").size()));
        timed("submit", () -> person.send("POST", path + "/judgement", body, "Content-Type", "application/json"));
    }

    /** Returns what a page sends that ranks answers as they are shown. */
    static Map<String, ?> ranking(int answers) {
        Map<String, Integer> tiers = new java.util.TreeMap<>();
        for (int i = 0; i < answers; i++) {
            tiers.put("" + (char) ('A' + i), i + 1);
        }
        Map<String, ?> effort = Map.of(
                "activeMilliseconds",
                9000,
                "wallMilliseconds",
                9900,
                "focusLosses",
                0,
                "keyEvents",
                5,
                "pointerEvents",
                0);
        return Map.of("outcome", "JUDGED", "answers", answers, "tiers", tiers, "effort", effort);
    }

    private HttpResponse<String> timed(String what, Call call) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<String> answer = call.make();
        if (measured) {
            taken.get(what).add(System.nanoTime() - start);
            if (answer.statusCode() / 100 != 2) {
                errors.add(what + " " + answer.statusCode() + " " + answer.body());
            }
        }
        return answer;
    }

    private static void report(String what, ConcurrentLinkedQueue<Long> nanoseconds) {
        long[] sorted = nanoseconds.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        if (sorted.length > 0) {
            System.out.printf(
                    "%-7s %6d calls; ms p50 %.0f p95 %.0f p99 %.0f max %.0f%n",
                    what,
                    sorted.length,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[(int) (sorted.length * 0.95)] / 1e6,
                    sorted[(int) (sorted.length * 0.99)] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
        }
    }

    private static void sleep(double seconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep((long) (seconds * 1000));
    }

    /** A call over HTTP. */
    private interface Call {
        HttpResponse<String> make() throws IOException, InterruptedException;
    }
}
