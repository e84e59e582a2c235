package dev.lichen.annotation.text;

import dev.lichen.LichenException;
import dev.lichen.annotation.account.AccountException;
import dev.lichen.annotation.account.NotAllowedException;
import dev.lichen.annotation.project.ProjectException;
import dev.lichen.annotation.queue.WorkException;
import dev.lichen.annotation.queue.WorkRefusal;

/** Says in the reader's language why something was refused. */
public final class Refusals {

    private Refusals() {}

    /** Finds the text of a key in the reader's language; one that is not there comes back itself. */
    @FunctionalInterface
    public interface Texts {

        /** Returns the text with its parameters filled in. */
        String get(String key, Object... parameters);
    }

    /** Returns the words of a refusal; one that the language has no words for is said as the service says it. */
    public static String words(LichenException refusal, Texts texts) {
        return switch (refusal) {
            case NotAllowedException _ -> texts.get("work.refused.NOT_ALLOWED");
            case AccountException account -> texts.get("refused." + account.reason());
            case WorkException work
            when work.reason() != WorkRefusal.MALFORMED -> texts.get("work.refused." + work.reason());
            case ProjectException project -> words(project, texts);
            default -> String.valueOf(refusal.getMessage());
        };
    }

    private static String words(ProjectException refusal, Texts texts) {
        String key = "refused.project." + refusal.reason();
        String words = texts.get(key, refusal.values().toArray());
        return words.equals(key) ? String.valueOf(refusal.getMessage()) : words;
    }
}
