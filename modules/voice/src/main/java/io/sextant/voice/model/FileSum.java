package io.sextant.voice.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a file must be, as its publisher says. */
public record FileSum(Kind kind, String hex) {

    /** How the sum is made. */
    public enum Kind {
        SHA256("SHA-256"),
        /** Git's name of the content: SHA-1 over "blob", the length, a zero byte and the content. */
        GIT("SHA-1");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }

        static Kind of(String word) {
            return switch (word) {
                case "sha256" -> SHA256;
                case "git" -> GIT;
                default -> throw new IllegalArgumentException("no checksum is called " + word);
            };
        }
    }

    public boolean isOf(Path file) throws IOException {
        return Files.isRegularFile(file) && of(kind, file).equals(hex);
    }

    static String of(Kind kind, Path file) throws IOException {
        MessageDigest digest = digest(kind);
        if (kind == Kind.GIT) {
            digest.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.read(buffer);
            while (read >= 0) {
                digest.update(buffer, 0, read);
                read = in.read(buffer);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest(Kind kind) {
        try {
            return MessageDigest.getInstance(kind.algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
