package dev.lichen.annotation.view;

import dev.lichen.annotation.account.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The parts of a project's page, in the order of their tabs; administrators see each, others some. */
enum ProjectPart {
    OVERVIEW(Role.REVIEWER, Role.AUDITOR),
    ITEMS(Role.REVIEWER, Role.AUDITOR),
    QUALITY(Role.REVIEWER, Role.AUDITOR),
    CONSENSUS(Role.REVIEWER, Role.AUDITOR),
    REVIEW(Role.REVIEWER),
    GUIDELINES(Role.REVIEWER, Role.AUDITOR),
    CRITERIA(Role.REVIEWER, Role.AUDITOR),
    PEOPLE(Role.AUDITOR),
    SETTINGS,
    EXPORT(Role.AUDITOR),
    TRAINING,
    AUDIT(Role.AUDITOR);

    private final Role[] readers;

    ProjectPart(Role... besideAdministrators) {
        readers = Stream.concat(Stream.of(Role.ADMIN), Arrays.stream(besideAdministrators))
                .toArray(Role[]::new);
    }

    /** Returns who may see this part; the services decide who may change what is in it. */
    Role[] readers() {
        return readers.clone();
    }

    /** Returns its name in addresses and texts. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
