package io.sextant.store.keyring;

import io.sextant.domain.vault.Secret;
import io.sextant.domain.vault.VaultException;
import io.sextant.domain.vault.VaultTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a keyring's program. Secrets go through its standard streams, never through arguments, which anybody can list. */
final class KeyringProgram {

    /** A person may have to answer the system's own dialog. */
    private static final long LONGEST_WAIT_SECONDS = 120;

    private static final int ANSWER_MAX = 16_384;

    private KeyringProgram() {}

    /** What it said, and whether it ended well. */
    record Said(boolean isWell, Secret text) {}

    static Said run(List<String> command, Secret input) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            try {
                return converse(process, input, command.getFirst());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw refused(command.getFirst() + " cannot be run");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("interrupted");
        }
    }

    private static Said converse(Process process, Secret input, String program)
            throws IOException, InterruptedException {
        Thread writer = Thread.ofVirtual().start(() -> write(process.getOutputStream(), input));
        Thread guard = Thread.ofVirtual().start(() -> endAfterTheLongestWait(process));
        byte[] answer = process.getInputStream().readNBytes(ANSWER_MAX);
        boolean ended = process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        writer.join();
        guard.interrupt();
        if (!ended) {
            throw refused(program + " did not answer");
        }
        char[] characters = new char[answer.length];
        int length = 0;
        for (byte one : answer) {
            if (one != '\n' && one != '\r') {
                characters[length++] = (char) (one & 0xFF);
            }
        }
        char[] text = Arrays.copyOf(characters, length);
        try {
            return new Said(process.exitValue() == 0, Secret.of(text));
        } finally {
            Arrays.fill(answer, (byte) 0);
            Arrays.fill(characters, '\0');
            Arrays.fill(text, '\0');
        }
    }

    private static void endAfterTheLongestWait(Process process) {
        try {
            if (!process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        }
    }

    /** A program that ends without reading breaks the pipe; its exit code says the rest. */
    private static void write(OutputStream to, Secret input) {
        char[] characters = input.toCharArray();
        byte[] bytes = new byte[characters.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) characters[i];
        }
        try (to) {
            to.write(bytes);
        } catch (IOException pipeBroken) {
            System.getLogger(KeyringProgram.class.getName())
                    .log(System.Logger.Level.DEBUG, "the keyring's program read nothing");
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(bytes, (byte) 0);
        }
    }

    static VaultException refused(String detail) {
        return new VaultException(VaultTrouble.KEYRING_REFUSED, detail);
    }
}
