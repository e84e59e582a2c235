package dev.lichen.annotation.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a program's token may be used for; its owner's roles bound it further. */
public enum TokenScope {
    /** Read projects, progress, guidelines and schemas. */
    PROJECTS_READ,
    /** Make projects, publish guidelines and schemas. */
    PROJECTS_WRITE,
    /** Read items, without the names of models. */
    ITEMS_READ,
    /** Add items. */
    ITEMS_WRITE,
    /** Export judgements. */
    JUDGEMENTS_READ,
    /** Read the quality figures. */
    QUALITY_READ,
    /** Read training jobs. */
    JOBS_READ,
    /** Start, stop and resume training jobs. */
    JOBS_WRITE,
    /** Read who has which role. */
    PEOPLE_READ,
    /** Write invitations. */
    PEOPLE_WRITE,
    /** Read the figures of the running app. */
    METRICS_READ;

    /** Returns the name that programs use, such as {@code items:read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** Returns the scope of a name. */
    public static Optional<TokenScope> of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
