package io.sextant.app.cli;

import io.sextant.domain.vault.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Secrets from the terminal without echo, or, where standard input is none, a line each from there. Never from arguments or the
 * environment, which other programs can read.
 */
final class SecretInput {

    private static final int LONGEST_LINE = 8_192;

    private SecretInput() {}

    /** An empty line is an empty secret; so is the end of the input. */
    static Secret ask(String question) {
        char[] typed = typed(System.console(), question);
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /** A line that is no secret, from the same place. */
    static String line() {
        return line(System.console());
    }

    private static String line(java.io.@Nullable Console console) {
        if (console == null || !console.isTerminal()) {
            return new String(line(System.in));
        }
        String typed = console.readLine();
        return typed == null ? "" : typed;
    }

    /** There is no console where the streams are redirected, whatever the JDK's manual says. */
    private static char[] typed(java.io.@Nullable Console console, String question) {
        if (console == null || !console.isTerminal()) {
            return line(System.in);
        }
        char[] answer = console.readPassword("%s: ", question);
        return answer == null ? new char[0] : answer;
    }

    private static char[] line(InputStream in) {
        byte[] bytes = new byte[LONGEST_LINE];
        int length = 0;
        try {
            for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
                if (length == bytes.length) {
                    throw new IllegalArgumentException("a secret has at most " + LONGEST_LINE + " bytes");
                }
                bytes[length++] = (byte) one;
            }
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
            CharBuffer characters = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, 0, length));
            char[] text = new char[characters.remaining()];
            characters.get(text);
            Arrays.fill(characters.array(), '\0');
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
