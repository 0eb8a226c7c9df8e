package io.sextant.domain.command;

/** The sender's own name for a command. The same key sent twice is done once and answered the same. */
public record CommandKey(String value) {

    public CommandKey {
        if (value.isEmpty() || value.length() > 64) {
            throw new IllegalArgumentException("a command key has 1 to 64 characters");
        }
    }
}
