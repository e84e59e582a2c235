package dev.lichen.datasets.duplicates;

import java.util.Arrays;

/** Remembers for each 64-bit key the first number it came with: 12 bytes a place, at most half of the places taken. */
final class FirstNumbers {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int FREE = -1;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] numbers = filled(FIRST_CAPACITY);
    private int size;

    /** Returns the number that a key came with first, or -1 if it is new, in which case it gets this number. */
    int putIfAbsent(long key, int number) {
        int place = place(keys, numbers, key);
        if (numbers[place] != FREE) {
            return numbers[place];
        }
        keys[place] = key;
        numbers[place] = number;
        size++;
        if (size > keys.length / 2) {
            grow();
        }
        return FREE;
    }

    private void grow() {
        int capacity = Math.multiplyExact(keys.length, 2);
        long[] newKeys = new long[capacity];
        int[] newNumbers = filled(capacity);
        for (int i = 0; i < keys.length; i++) {
            if (numbers[i] != FREE) {
                int place = place(newKeys, newNumbers, keys[i]);
                newKeys[place] = keys[i];
                newNumbers[place] = numbers[i];
            }
        }
        keys = newKeys;
        numbers = newNumbers;
    }

    private static int place(long[] keys, int[] numbers, long key) {
        int mask = keys.length - 1;
        int place = (int) Hashing.mix(key) & mask;
        while (numbers[place] != FREE && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private static int[] filled(int capacity) {
        int[] numbers = new int[capacity];
        Arrays.fill(numbers, FREE);
        return numbers;
    }
}
