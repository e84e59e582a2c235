package dev.lichen.annotation.job;

/** Says where a job stands. */
public enum JobState {
    /** It waits for its device. */
    QUEUED,
    /** A process works on it. */
    RUNNING,
    /** The process was asked to stop and finishes its step. */
    STOPPING,
    /** It was stopped and can be resumed. */
    STOPPED,
    /** All of it is done. */
    DONE,
    /** It ended with an error. */
    FAILED,
    /** Its process is gone and said nothing: it was killed, or the machine went down. It can be resumed. */
    KILLED;

    /** Returns whether a process may be alive. */
    public boolean isActive() {
        return this == RUNNING || this == STOPPING;
    }

    /** Returns whether the job ended before all of it was done, and can go on. */
    public boolean isResumable() {
        return this == STOPPED || this == FAILED || this == KILLED;
    }
}
