package dev.lichen.annotation.project;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is asked beyond the order: criteria to rate by, and flags to raise.
 *
 * @param criteria in the order shown
 * @param flags in the order shown
 */
public record AnswerSchema(List<Criterion> criteria, List<FlagCode> flags) {

    /**
     * A scale from {@code lowest} to {@code highest}.
     *
     * @param code names it in exports, such as {@code helpful}
     * @param labels its name for people, by language
     * @param lowest its lowest value
     * @param highest its highest value, above the lowest
     */
    public record Criterion(String code, Map<String, String> labels, int lowest, int highest) {
        public Criterion {
            labels = Map.copyOf(labels);
            if (highest <= lowest) {
                throw new ProjectException(ProjectRefusal.SCALE_UPSIDE_DOWN, code, lowest, highest);
            }
        }
    }

    /**
     * Something to report about an answer or an item.
     *
     * @param code names it in exports, such as {@code harmful}
     * @param labels its name for people, by language
     */
    public record FlagCode(String code, Map<String, String> labels) {
        public FlagCode {
            labels = Map.copyOf(labels);
        }
    }

    public AnswerSchema {
        criteria = List.copyOf(criteria);
        flags = List.copyOf(flags);
        Set<String> codes = new HashSet<>();
        criteria.forEach(criterion -> requireNew(codes, criterion.code()));
        flags.forEach(flag -> requireNew(codes, flag.code()));
    }

    /** Returns the schema that asks for the order only, with flags for what is wrong with an answer. */
    public static AnswerSchema rankingOnly() {
        return new AnswerSchema(
                List.of(),
                List.of(
                        new FlagCode("harmful", Map.of("en", "harmful", "zh", "有害")),
                        new FlagCode("untrue", Map.of("en", "untrue", "zh", "不属实")),
                        new FlagCode("broken", Map.of("en", "broken", "zh", "损坏"))));
    }

    /** Returns the name of a criterion or flag in a language, else in English, else its code. */
    public String name(String code, String language) {
        return Stream.concat(
                        criteria.stream()
                                .filter(known -> known.code().equals(code))
                                .map(Criterion::labels),
                        flags.stream()
                                .filter(known -> known.code().equals(code))
                                .map(FlagCode::labels))
                .findFirst()
                .map(labels -> labels.getOrDefault(language, labels.getOrDefault("en", code)))
                .orElse(code);
    }

    private static void requireNew(Set<String> codes, String code) {
        if (code.isBlank() || !codes.add(code)) {
            throw new ProjectException(ProjectRefusal.CODE_TAKEN, code);
        }
    }
}
