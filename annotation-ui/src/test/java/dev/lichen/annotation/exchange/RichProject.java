package dev.lichen.annotation.exchange;

import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.account.Account;
import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.annotation.project.Project;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkItem;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.store.JudgementOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A project that has everything a project can have: ties, partial orders, lines of acceptable answers, strengths, several
 * annotators, ratings, flags, rewrites, remarks, two languages, code, quotes, emoji, formulas, and answers whose making is known.
 */
final class RichProject {

    /** What {@code lichen candidates} says of an answer's making. */
    static final String MAKING =
            "\"weights_sha256\":\"w\",\"chat_template_sha256\":\"t\",\"temperature\":0.7,\"seed\":11";

    /** Each question has a mark of its own, by which it is found again whatever becomes of its messages. */
    private static final String JUDGED = """
            {"prompt":[{"role":"user","content":"=HYPERLINK(\\"x\\")? [q1]"}],"answers":[{"content":"+1, \\"quoted\\"",\
            "generator":"gen-a",%1$s},{"content":"b🙂","generator":"gen-b",%1$s},{"content":"@c"}],"tiers":[2,1,2],\
            "annotator":"ann","acceptable_tier":1,"strengths":[3],"id":"one","language":"en","source":"s","topic":"t1"}
            {"prompt":[{"role":"user","content":"=HYPERLINK(\\"x\\")? [q1]"}],"answers":[{"content":"+1, \\"quoted\\"",\
            "generator":"gen-a",%1$s},{"content":"b🙂","generator":"gen-b",%1$s},{"content":"@c"}],"tiers":[1,2,null],\
            "annotator":"bob","id":"one","language":"en","source":"s","topic":"t1"}
            {"prompt":[{"role":"user","content":"写一个循环"},{"role":"assistant","content":"用什么语言？"},{"role":"user",\
            "content":"Java 语言 [q2]"}],"answers":[{"content":"```java\\nfor (;;) {\\n\\t\\"x\\".trim();\\n}\\n```"},\
            {"content":"不会，\\"抱歉\\"。"}],"tiers":[1,2],"annotator":"ann","acceptable_tier":2,"strengths":[1],\
            "id":"two","language":"zh","topic":"t2"}
            {"prompt":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why? [q3]"}],\
            "answers":[{"content":"Because."},{"content":"No."},{"content":"-"},{"content":"'=4"}],"tiers":[1,1,2,3],\
            "annotator":"bob","acceptable_tier":0,"language":"en","topic":"t3"}
            {"prompt":[{"role":"user","content":"All the same? [q4]"}],"answers":[{"content":"yes"},{"content":"aye"}],\
            "tiers":[1,1],"annotator":"ann","acceptable_tier":1,"id":"four","topic":"t4"}
            """.formatted(MAKING);

    static final int ITEMS = 4;

    private static final List<Integer> VALUES = List.of(5, 3);

    private RichProject() {}

    static Project make(TestWorld world, Path folder) throws IOException {
        Project project = world.project("rich", TestWorld.plain(5));
        world.services()
                .projects()
                .publishSchema(
                        world.owner().id(),
                        project.id(),
                        new AnswerSchema(
                                List.of(new AnswerSchema.Criterion(
                                        "helpful", Map.of("en", "Helpful", "zh", "有用"), 1, 5)),
                                List.of(new AnswerSchema.FlagCode("untrue", Map.of("en", "untrue", "zh", "不属实")))));
        Path file = Files.writeString(folder.resolve("judged.jsonl"), JUDGED);
        world.services().importing().judgements(world.owner().id(), project.id(), file);
        Account person = world.annotator(project);
        for (int n = 0; n < ITEMS; n++) {
            WorkItem work =
                    world.services().queue().next(person.id(), project.id()).orElseThrow();
            world.services().queue().submit(person.id(), work.assignment(), said(work, n));
        }
        leaveRemarks(world, project);
        return project;
    }

    /** Two more people: one calls the first item bad and leaves the second, the other one calls the first not rankable. */
    private static void leaveRemarks(TestWorld world, Project project) {
        WorkQueue queue = world.services().queue();
        for (JudgementOutcome outcome : List.of(JudgementOutcome.ALL_BAD, JudgementOutcome.NOT_RANKABLE)) {
            Account person = world.annotator(project);
            WorkItem work = queue.next(person.id(), project.id()).orElseThrow();
            queue.submit(person.id(), work.assignment(), unranked(outcome));
            WorkItem next = queue.next(person.id(), project.id()).orElseThrow();
            queue.leave(person.id(), next.assignment(), Submission.left(JudgementOutcome.SKIP, "language: 看不懂"));
        }
    }

    private static Submission unranked(JudgementOutcome outcome) {
        return new Submission(
                outcome,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(new Submission.AnswerFlag(1, "untrue")),
                new Submission.Words("=neither \"says\" why 🙂", null, null),
                TestWorld.SOME_EFFORT);
    }

    /** The first answer shown is the best, the second and all others are tied; a rewrite, and two ratings. */
    private static Submission said(WorkItem work, int n) {
        List<Integer> tiers = new ArrayList<>(Collections.nCopies(work.answers().size(), 2));
        tiers.set(0, 1);
        List<Submission.CriterionRating> ratings = List.of(
                new Submission.CriterionRating(0, "helpful", VALUES.get(0)),
                new Submission.CriterionRating(1, "helpful", VALUES.get(1)));
        return new Submission(
                JudgementOutcome.JUDGED,
                tiers,
                1,
                List.of(2),
                ratings,
                List.of(),
                new Submission.Words(null, "=更好的回答 \"" + n + "\" 🙂", null),
                TestWorld.SOME_EFFORT);
    }
}
