package dev.lichen.cli.command;

/**
 * States one thing that {@code lichen doctor} looked at.
 *
 * @param name what was looked at
 * @param state whether it is as it should be
 * @param found what was found
 * @param advice what to do about it; empty if nothing
 */
record Check(String name, State state, String found, String advice) {

    /** Says whether a thing is as it should be. */
    enum State {
        /** As it should be. */
        OK,
        /** Lichen works, but slower or with less room than it could. */
        WARNING,
        /** Lichen does not work. */
        FAILURE
    }

    static Check ok(String name, String found) {
        return new Check(name, State.OK, found, "");
    }

    static Check warning(String name, String found, String advice) {
        return new Check(name, State.WARNING, found, advice);
    }

    static Check failure(String name, String found, String advice) {
        return new Check(name, State.FAILURE, found, advice);
    }

    /** Returns a good check if the condition holds, else a warning. */
    static Check of(boolean good, String name, String found, String advice) {
        return good ? ok(name, found) : warning(name, found, advice);
    }
}
