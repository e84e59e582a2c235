package dev.lichen.annotation.project;

/** Says which rule about a project was not kept, so that pages can say it in their reader's language. */
public enum ProjectRefusal {
    /** A project is named in addresses by a-z, 0-9 and hyphens. */
    BAD_SLUG("Bad project name: found \"{0}\", expected a-z, 0-9 and hyphens, at most 64"),
    /** Another project has the name. */
    SLUG_TAKEN("The project {0} exists: expected another name"),
    /** There is no such project. */
    NO_PROJECT("No project {0}"),
    /** There is no such item. */
    NO_ITEM("No item {0}"),
    /** Each item is judged by one person or more. */
    BAD_OVERLAP_TARGET("Bad setting: overlapTarget must be at least 1, was {0}"),
    /** A lease lasts a minute or more. */
    BAD_LEASE("Bad setting: leaseSeconds must be at least {0}, was {1}"),
    /** Gold is at most half of the items. */
    BAD_GOLD_SHARE("Bad setting: gold.share must be in [0, 0.5], was {0}"),
    /** Training has no negative length. */
    BAD_TRAINING("Bad setting: gold.trainingItems must be at least 0, was {0}"),
    /** Repeats are at most half of the items. */
    BAD_REPEAT_SHARE("Bad setting: repeats.share must be in [0, 0.5], was {0}"),
    /** Between two looks is one other item or more. */
    BAD_GAP("Bad setting: repeats.gap must be at least 1, was {0}"),
    /** A share of the items is drawn at random, never none. */
    BAD_CONTROL("Bad setting: sampling.controlShare must be in (0, 1], was {0}"),
    /** A priority is within its bounds. */
    BAD_PRIORITY("Bad priority: found {0}, expected {1} to {2}"),
    /** The judgements of an item are within their bounds. */
    BAD_OVERLAP("Bad overlap: found {0}, expected 1 to {1}"),
    /** More people have begun or judged the item. */
    OVERLAP_TAKEN("Bad overlap: found {0}, expected at least {1}, since so many people have begun or judged the item"),
    /** A reason is there and not too long. */
    BAD_REASON("Bad reason: found {0} characters, expected 1 to {1}"),
    /** An uncertainty is 0 or more. */
    BAD_UNCERTAINTY("Bad uncertainty of item {0}: found {1}, expected 0 or more"),
    /** A schema has so many criteria and flags at most. */
    TOO_MANY_CODES("Bad schema: found {0} {1}, expected at most {2}"),
    /** A code has letters, digits, _, . and -. */
    BAD_CODE("Bad code: found \"{0}\", expected letters, digits, _, . and -, at most 64"),
    /** Each code is there once. */
    CODE_TAKEN("Bad schema: found the code \"{0}\" twice or blank, expected new ones"),
    /** A name is there and not too long. */
    BAD_LABEL("Bad name of {0} ({1}): found {2} characters, expected 1 to {3}"),
    /** A scale goes up. */
    SCALE_UPSIDE_DOWN("Bad criterion {0}: found {1} to {2}, expected lowest < highest"),
    /** A scale has so many values at most. */
    SCALE_TOO_LONG("Bad criterion {0}: found {1} values, expected at most {2}"),
    /** A tolerance is a share. */
    BAD_TOLERANCE("Bad gold tolerance: found {0}, expected 0 to 1"),
    /** An explanation is not too long. */
    LONG_EXPLANATION("Bad gold explanation: found {0} characters, expected at most {1}"),
    /** An order has two answers or more. */
    FEW_RANKED("Bad gold order: found {0} ranked answers, expected at least 2"),
    /** An item with one answer only has no order. */
    SAME_ANSWERS("Bad gold item: all its answers are the same, expected two to be put in order"),
    /** An order speaks of each answer. */
    ORDER_OF_OTHERS("Bad gold order: found {0} tiers, expected one an answer"),
    /** Answers of the same text have the same tier. */
    SAME_TEXT("Bad gold order: answers {0} and {1} have the same text, expected the same tier"),
    /** The very same file was imported. */
    IMPORTED_BEFORE("Duplicate import: {0} was imported on {1}, expected another file"),
    /** A file is not too large. */
    LARGE_FILE("The file is too large: expected at most {0} MiB");

    private final String template;

    ProjectRefusal(String template) {
        this.template = template;
    }

    /** Says it in English; {0}, {1} and so on are what was found, and what was expected. */
    String message(Object... values) {
        String message = template;
        for (int i = 0; i < values.length; i++) {
            message = message.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return message;
    }
}
