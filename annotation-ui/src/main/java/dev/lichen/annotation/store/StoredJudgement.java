package dev.lichen.annotation.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A judgement as it stands in the store, for good.
 *
 * @param id its identifier
 * @param assignment the work it answers
 * @param project the project of the item
 * @param item what was judged
 * @param user who judged
 * @param revision 1 for the first, more for corrections
 * @param supersedes the revision that this one corrects
 * @param outcome how the item was dealt with
 * @param body canonical JSON of the verdict
 * @param sealedText free text under its author's key
 * @param submittedAt when
 * @param rowHash SHA-256 of the canonical JSON of all of the above
 * @param ledgerSeq the event that holds {@code rowHash}
 */
public record StoredJudgement(
        UUID id,
        UUID assignment,
        UUID project,
        UUID item,
        UUID user,
        int revision,
        @Nullable UUID supersedes,
        JudgementOutcome outcome,
        String body,
        @Nullable String sealedText,
        Instant submittedAt,
        String rowHash,
        long ledgerSeq) {

    /** Returns the hash that the row must have. */
    String computedHash() {
        return Sha256.of(CanonicalJson.write(CanonicalJson.object()
                .put("assignment", assignment.toString())
                .put("body", body)
                .put("id", id.toString())
                .put("item", item.toString())
                .put("outcome", outcome.name())
                .put("project", project.toString())
                .put("revision", revision)
                .put("sealed_text", sealedText)
                .put("submitted_at", submittedAt.toString())
                .put("supersedes", supersedes == null ? null : supersedes.toString())
                .put("user", user.toString())));
    }

    StoredJudgement with(String hash, long seq) {
        return new StoredJudgement(
                id,
                assignment,
                project,
                item,
                user,
                revision,
                supersedes,
                outcome,
                body,
                sealedText,
                submittedAt,
                hash,
                seq);
    }
}
