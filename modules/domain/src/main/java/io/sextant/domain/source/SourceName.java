package io.sextant.domain.source;

/** What a source may be called: it is part of a setting's name and stands in one line. */
final class SourceName {

    private static final int LONGEST = 60;

    private SourceName() {}

    static void check(String name) {
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a source has a name of 1 to " + LONGEST + " characters");
        }
    }
}
