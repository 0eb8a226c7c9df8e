package io.sextant.domain.vault;

import java.util.Arrays;

/**
 * Characters that nothing shows: not a log, not an exception, not a record that holds them. Whoever is done with one closes
 * it, which overwrites the characters; an unread copy in a library's own text cannot be reached by that.
 */
public final class Secret implements AutoCloseable {

    private static final int LENGTH_MAX = 8_192;

    private final char[] characters;
    private volatile boolean wiped;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Takes a copy; the caller wipes its own array. */
    public static Secret of(char[] characters) {
        if (characters.length > LENGTH_MAX) {
            throw new IllegalArgumentException("a secret has at most " + LENGTH_MAX + " characters");
        }
        return new Secret(characters.clone());
    }

    /** For what arrives as text already: a text field, a test. */
    public static Secret of(String text) {
        char[] characters = text.toCharArray();
        try {
            return of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    public static Secret empty() {
        return new Secret(new char[0]);
    }

    /** A copy that the caller wipes. */
    public char[] toCharArray() {
        requireUnwiped();
        return characters.clone();
    }

    /** For a library that takes nothing but text. The text stays in memory until it is collected. */
    public String reveal() {
        requireUnwiped();
        return new String(characters);
    }

    public Secret copy() {
        return new Secret(toCharArray());
    }

    public boolean isEmpty() {
        return characters.length == 0;
    }

    public int length() {
        return characters.length;
    }

    private void requireUnwiped() {
        if (wiped) {
            throw new IllegalStateException("this secret was wiped");
        }
    }

    @Override
    public void close() {
        wiped = true;
        Arrays.fill(characters, '\0');
    }

    /** Takes as long for a near miss as for a far one. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Secret secret) || secret.characters.length != characters.length) {
            return false;
        }
        int difference = 0;
        for (int i = 0; i < characters.length; i++) {
            difference |= characters[i] ^ secret.characters[i];
        }
        return difference == 0;
    }

    /** Of the length alone, since a hash of the characters would tell of them. */
    @Override
    public int hashCode() {
        return characters.length;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
