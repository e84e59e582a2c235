package dev.lichen.annotation.queue;

/**
 * How the work was done, as the page's notice on what is recorded says.
 *
 * @param activeMilliseconds with the page in front
 * @param wallMilliseconds from opening to submitting
 * @param focusLosses how often the page went to the back
 * @param keyEvents keys pressed
 * @param pointerEvents clicks, taps and drags
 */
public record Effort(
        long activeMilliseconds, long wallMilliseconds, int focusLosses, int keyEvents, int pointerEvents) {

    private static final Effort NONE = new Effort(0, 0, 0, 0, 0);

    /** Returns the absence of any effort. */
    public static Effort none() {
        return NONE;
    }

    boolean touched() {
        return keyEvents + pointerEvents > 0;
    }
}
