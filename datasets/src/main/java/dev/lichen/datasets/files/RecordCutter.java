package dev.lichen.datasets.files;

import java.io.IOException;

/** Cuts a stream of bytes into those of one record after the other, without copying or decoding them. */
interface RecordCutter {

    /** So many bytes a record may have: far more than people write, and little enough to be in memory several times. */
    int LONGEST_RECORD = 32 << 20;

    /**
     * Moves to the next record; false at the end.
     *
     * @throws dev.lichen.datasets.DataFormatException if the stream can no longer be cut
     */
    boolean next() throws IOException;

    /**
     * Passes over what {@link #next()} could not cut; false if nothing tells where the next record begins, or if nothing went
     * wrong.
     */
    default boolean recover() throws IOException {
        return false;
    }

    /** Returns the array that holds the record, valid until the next call of {@link #next()}. */
    byte[] buffer();

    int start();

    int length();

    /** Returns the line on which the record begins, counted from 1. */
    long line();

    /** Returns whether the record is longer than {@value #LONGEST_RECORD} bytes, and was passed over. */
    boolean isTooLong();

    /** Returns whether the record is nothing but white space. */
    default boolean isBlank() {
        byte[] bytes = buffer();
        for (int i = start(); i < start() + length(); i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return !isTooLong();
    }
}
