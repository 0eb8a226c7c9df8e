package io.sextant.domain.source;

/**
 * Where the key of a source lies. The key itself is never part of a setting: settings are journaled, and whoever reads the
 * journal would have it.
 */
public sealed interface KeyPlace {

    /** What {@link #parse} reads: {@code env:VARIABLE} or {@code file:PATH}. */
    String text();

    /** A variable of the environment that the engine was started with. */
    record Environment(String variable) implements KeyPlace {

        public Environment {
            if (!variable.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException("'" + variable + "' is no name of an environment variable");
            }
        }

        @Override
        public String text() {
            return ENVIRONMENT + variable;
        }
    }

    /** A file on the engine's machine that nobody but its owner can read; the key is its first line. */
    record OwnFile(String path) implements KeyPlace {

        public OwnFile {
            if (path.isBlank() || path.contains("\n")) {
                throw new IllegalArgumentException("a key's file has a path");
            }
        }

        @Override
        public String text() {
            return FILE + path;
        }
    }

    String ENVIRONMENT = "env:";
    String FILE = "file:";

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException with a sentence for the writer, which never repeats the text: it may be the key itself
     */
    static KeyPlace parse(String text) {
        if (text.startsWith(ENVIRONMENT)) {
            return new Environment(text.substring(ENVIRONMENT.length()));
        }
        if (text.startsWith(FILE)) {
            return new OwnFile(text.substring(FILE.length()));
        }
        throw new IllegalArgumentException(
                "say where the key is, not the key: env:VARIABLE, or file:PATH of a file that only you can read");
    }
}
