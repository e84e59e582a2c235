package dev.lichen.datasets.duplicates;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The set of all runs of three words of a text, as 64-bit hashes; a Chinese character is a word, and case, punctuation
 * and width are ignored.
 *
 * <p>A passage of one or two words is one run.
 */
public final class Shingles {

    private static final int WORDS = 3;

    private final long[] hashes;

    private Shingles(long[] hashes) {
        this.hashes = hashes;
    }

    /** Returns the runs of all passages; a run never crosses from one to the next. */
    public static Shingles of(List<Passage> passages) {
        return new Shingles(passages.stream()
                .flatMapToLong(Shingles::hashes)
                .sorted()
                .distinct()
                .toArray());
    }

    /** Returns the number of different runs. */
    public int size() {
        return hashes.length;
    }

    /** Returns |A ∩ B| / |A ∪ B|, in [0, 1]; two empty sets have nothing in common. */
    public double jaccard(Shingles other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < hashes.length && j < other.hashes.length) {
            int order = Long.compare(hashes[i], other.hashes[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int union = hashes.length + other.hashes.length - common;
        return union == 0 ? 0 : (double) common / union;
    }

    LongStream stream() {
        return Arrays.stream(hashes);
    }

    private static LongStream hashes(Passage passage) {
        long place = Hashing.of(passage.place());
        long[] words = words(passage.text());
        if (words.length == 0) {
            return LongStream.empty();
        }
        int size = Math.min(WORDS, words.length);
        return LongStream.rangeClosed(0, words.length - size).map(first -> run(place, words, (int) first, size));
    }

    private static long run(long place, long[] words, int first, int size) {
        long hash = place;
        for (int i = first; i < first + size; i++) {
            hash = Hashing.mix(hash ^ words[i]);
        }
        return hash;
    }

    /** Returns the hash of each word. */
    private static long[] words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        LongStream.Builder words = LongStream.builder();
        int start = -1;
        for (int i = 0; i <= folded.length(); ) {
            int codePoint = i < folded.length() ? folded.codePointAt(i) : ' ';
            boolean joins = Character.isLetterOrDigit(codePoint) && !isWord(codePoint);
            if (start >= 0 && !joins) {
                words.add(Hashing.of(folded.substring(start, i)));
                start = -1;
            }
            if (isWord(codePoint)) {
                words.add(Hashing.mix(codePoint));
            } else if (joins && start < 0) {
                start = i;
            }
            i += Character.charCount(codePoint);
        }
        return words.build().toArray();
    }

    /** Returns whether a character is a word by itself, as those of scripts without spaces. */
    private static boolean isWord(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(codePoint);
            default -> false;
        };
    }
}
