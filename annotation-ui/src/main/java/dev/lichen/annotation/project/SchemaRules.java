package dev.lichen.annotation.project;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks a schema before it is published: those that hold already stay readable whatever the rules become. */
final class SchemaRules {

    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}");
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 20;

    /** A scale is a list to choose from. */
    private static final int LONGEST_SCALE = 101;

    private SchemaRules() {}

    static void check(AnswerSchema schema) {
        checkNumber("criteria", schema.criteria());
        checkNumber("flags", schema.flags());
        schema.criteria().forEach(criterion -> {
            checkName(criterion.code(), criterion.labels());
            checkScale(criterion);
        });
        schema.flags().forEach(flag -> checkName(flag.code(), flag.labels()));
    }

    private static void checkNumber(String what, List<?> list) {
        if (list.size() > MOST) {
            throw new ProjectException(ProjectRefusal.TOO_MANY_CODES, list.size(), what, MOST);
        }
    }

    private static void checkName(String code, Map<String, String> labels) {
        if (!CODE.matcher(code).matches()) {
            throw new ProjectException(ProjectRefusal.BAD_CODE, code);
        }
        labels.forEach((language, name) -> {
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new ProjectException(ProjectRefusal.BAD_LABEL, code, language, name.length(), LONGEST_NAME);
            }
        });
    }

    private static void checkScale(AnswerSchema.Criterion criterion) {
        long values = (long) criterion.highest() - criterion.lowest() + 1;
        if (values > LONGEST_SCALE) {
            throw new ProjectException(ProjectRefusal.SCALE_TOO_LONG, criterion.code(), values, LONGEST_SCALE);
        }
    }
}
