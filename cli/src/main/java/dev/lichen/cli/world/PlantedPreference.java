package dev.lichen.cli.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows how good an answer really is: right, complete, courteous, finished, and said once.
 *
 * <p>This is the hidden preference of the quickstart. Simulated annotators perceive it through noise and the final
 * evaluation uses it; no trainer sees it.
 */
public final class PlantedPreference {

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？]+");
    private static final int SENTENCES_OF_A_GOOD_ANSWER = 2;

    private PlantedPreference() {}

    /** Judges an answer, whatever its text. */
    public static Quality judge(Task task, String answer) {
        boolean complete = answer.contains(task.subject());
        return new Quality(
                isCorrect(task, answer),
                complete,
                containsAny(answer, Phrases.courteous(task.language())),
                containsAny(answer, Phrases.rude(task.language())),
                isFinished(answer),
                Math.max(0, sentences(answer) - SENTENCES_OF_A_GOOD_ANSWER));
    }

    /** Returns the utility of an answer; higher is better, and the best is 6. */
    public static double utility(Task task, String answer) {
        return judge(task, answer).utility();
    }

    private static boolean isCorrect(Task task, String answer) {
        List<String> candidates = new ArrayList<>(task.rivals());
        candidates.add(task.key());
        return Mentions.in(substanceOf(task, answer), candidates).equals(Set.of(task.key()));
    }

    /** Leaves out the set phrases and what merely repeats the question: "Have a nice day!" does not name the word day. */
    private static String substanceOf(Task task, String answer) {
        String rest = answer;
        for (String phrase : Phrases.courteous(task.language())) {
            rest = rest.replace(phrase, " ");
        }
        return rest.replace(task.subject(), " ");
    }

    private static boolean containsAny(String answer, List<String> phrases) {
        return phrases.stream().anyMatch(answer::contains);
    }

    private static boolean isFinished(String answer) {
        String text = answer.strip();
        return !text.isEmpty()
                && SENTENCE_END.matcher(text.substring(text.length() - 1)).matches();
    }

    private static long sentenceCount(String answer) {
        return SENTENCE_END
                .splitAsStream(answer)
                .filter(part -> !part.isBlank())
                .count();
    }

    private static int sentences(String answer) {
        return Math.toIntExact(sentenceCount(answer));
    }
}
