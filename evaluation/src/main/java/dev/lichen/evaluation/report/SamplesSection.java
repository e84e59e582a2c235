package dev.lichen.evaluation.report;

import dev.lichen.datasets.statistics.Outcome;
import dev.lichen.evaluation.markup.Markup;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers side by side: what was asked, what was said before, what is said now. */
final class SamplesSection {
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private SamplesSection() {}

    static void add(Markup page, List<SampleGroup> groups) {
        Sections.open(page, "samples", "What does it say?");
        if (groups.isEmpty()) {
            Sections.note(page, "No samples were kept.");
        }
        groups.forEach(group -> addGroup(page, group));
        page.close();
    }

    private static void addGroup(Markup page, SampleGroup group) {
        page.element("h3", group.title());
        Sections.note(page, group.rule());
        if (group.samples().isEmpty()) {
            page.element("p", "There is none.", "class", "statement");
        }
        group.samples().forEach(sample -> addSample(page, sample));
    }

    private static void addSample(Markup page, Sample sample) {
        page.open("article", "class", "sample");
        page.open("div", "class", "prompt");
        sample.prompt().forEach(turn -> {
            page.element("p", turn.role(), "class", "role");
            addText(page, turn.content(), sample.language());
        });
        page.close();
        page.open("div", "class", "answers");
        addAnswer(page, sample.before(), sample.language(), sample.outcome() == Outcome.Result.LOSS);
        addAnswer(page, sample.after(), sample.language(), sample.outcome() == Outcome.Result.WIN);
        page.close();
        page.element("p", origin(sample), "class", "origin");
        page.close();
    }

    private static void addAnswer(Markup page, Sample.Spoken answer, @Nullable String language, boolean preferred) {
        page.open("div", "class", preferred ? "answer preferred" : "answer");
        page.open("p", "class", "role").text(answer.policy());
        if (preferred) {
            page.text(" ").element("span", "preferred", "class", "mark");
        }
        page.close();
        addText(page, answer.text(), language);
        page.element(
                "p",
                "score " + Figures.number(answer.score()) + ", " + answer.tokens() + " tokens"
                        + (answer.finished() ? "" : ", cut at the length limit"),
                "class",
                "facts");
        page.close();
    }

    private static void addText(Markup page, String text, @Nullable String language) {
        if (text.isEmpty()) {
            page.element("p", "(empty)", "class", "text empty");
        } else if (language != null && LANGUAGE_TAG.matcher(language).matches()) {
            page.element("p", text, "class", "text", "dir", "auto", "lang", language);
        } else {
            page.element("p", text, "class", "text", "dir", "auto");
        }
    }

    private static String origin(Sample sample) {
        StringBuilder origin = new StringBuilder();
        if (sample.id() != null) {
            origin.append("prompt ").append(sample.id()).append(", ");
        }
        if (sample.category() != null) {
            origin.append(sample.category()).append(", ");
        }
        return origin.append("seed ").append(sample.seed()).toString();
    }
}
