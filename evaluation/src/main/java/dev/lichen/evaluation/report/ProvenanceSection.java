package dev.lichen.evaluation.report;

import dev.lichen.evaluation.markup.Markup;

/** Where all of it comes from: settings, people, files, times. */
final class ProvenanceSection {
    private ProvenanceSection() {}

    static void add(Markup page, Report report) {
        Provenance provenance = report.provenance();
        Sections.open(page, "provenance", "Where does this come from?");
        addFacts(page, report.evidence().preferences(), provenance);
        addTimes(page, provenance);
        addArtifacts(page, provenance);
        if (!provenance.configuration().isBlank()) {
            page.open("details").element("summary", "Resolved configuration");
            page.element("pre", provenance.configuration()).close();
        }
        page.close();
    }

    private static void addFacts(Markup page, PreferenceSource preferences, Provenance provenance) {
        page.open("dl", "class", "facts-list");
        fact(page, "Preferences", preferences(preferences));
        provenance.facts().forEach(fact -> fact(page, fact.name(), fact.value()));
        fact(page, "Report made", provenance.created());
        page.close();
    }

    private static String preferences(PreferenceSource source) {
        return source.rankings() + " rankings" + (source.annotators() > 0 ? " by " + source.annotators() : " by")
                + (source.simulated() ? " simulated annotators" : " annotators") + ": " + source.description();
    }

    private static void fact(Markup page, String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close();
    }

    private static void addTimes(Markup page, Provenance provenance) {
        if (provenance.times().isEmpty()) {
            return;
        }
        Sections.openTable(page, "Time by stage", "times");
        Sections.head(page, "Stage", "Time", "Steps");
        page.open("tbody");
        provenance.times().forEach(time -> {
            page.open("tr").element("th", time.stage(), "scope", "row");
            Sections.number(page, Figures.duration(time.seconds()));
            Sections.number(page, time.steps() == 0 ? "" : time.steps() + " steps");
            page.close();
        });
        page.close().close().close();
    }

    private static void addArtifacts(Markup page, Provenance provenance) {
        if (provenance.artifacts().isEmpty()) {
            return;
        }
        Sections.openTable(page, "Models and data", "artifacts");
        Sections.head(page, "Used as", "Name", "SHA-256");
        page.open("tbody");
        provenance
                .artifacts()
                .forEach(artifact -> page.open("tr")
                        .element("th", artifact.role(), "scope", "row")
                        .element("td", artifact.name())
                        .element("td", artifact.sha256(), "class", "hash")
                        .close());
        page.close().close().close();
    }
}
