package dev.lichen.datasets.cleaning;

import dev.lichen.datasets.Contents;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Page;
import dev.lichen.datasets.duplicates.RecordKey;
import dev.lichen.datasets.language.LanguageIdentifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which records leave, of those steps that look at one record after another.
 *
 * <p>Quality is asked of pages and of the answers of conversations, which are learned from; rankings and ratings are about
 * bad answers as well as good ones, so there only an empty prompt is a fault.
 */
final class Filters {

    private final CleaningPlan plan;
    private final LanguageIdentifier identifier;
    private final Map<Long, String> firstNames = new HashMap<>();

    Filters(CleaningPlan plan, LanguageIdentifier identifier) {
        this.plan = plan;
        this.identifier = identifier;
    }

    /** Returns why a record leaves, if it does; each record may be asked about once. */
    Optional<Removal> decide(JsonRecord one, String name) {
        return language(one).or(() -> quality(one)).or(() -> duplicate(one, name));
    }

    private Optional<Removal> language(JsonRecord one) {
        if (!plan.has(CleaningStep.LANGUAGE) || plan.languages().isEmpty()) {
            return Optional.empty();
        }
        Contents contents = Contents.of(one);
        String declared = contents.attributes().language();
        String language = declared != null ? primary(declared) : identifier.identify(contents.text());
        return plan.languages().contains(language)
                ? Optional.empty()
                : Optional.of(new Removal(CleaningStep.LANGUAGE, language, "language " + language));
    }

    private Optional<Removal> quality(JsonRecord one) {
        if (!plan.has(CleaningStep.QUALITY)) {
            return Optional.empty();
        }
        Contents contents = Contents.of(one);
        boolean learned = one instanceof Page || one instanceof Conversation;
        Optional<String> fault = learned && !contents.answers().isEmpty()
                ? plan.quality().fault(contents.answers().getFirst())
                : Optional.of("blank").filter(blank -> contents.text().isBlank());
        return fault.map(kind -> new Removal(CleaningStep.QUALITY, kind, kind));
    }

    private Optional<Removal> duplicate(JsonRecord one, String name) {
        if (!plan.has(CleaningStep.EXACT_DUPLICATES)) {
            return Optional.empty();
        }
        String first = firstNames.putIfAbsent(RecordKey.of(one), name);
        return Optional.ofNullable(first)
                .map(other -> new Removal(CleaningStep.EXACT_DUPLICATES, "the same", "the same as " + other));
    }

    private static String primary(String tag) {
        return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }
}
