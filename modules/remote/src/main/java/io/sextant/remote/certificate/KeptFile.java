package io.sextant.remote.certificate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is there whole or as it was before, and that nobody could read before its rights were set. */
public final class KeptFile {

    public static final String FOR_THE_OWNER = "rw-------";
    static final String FOR_ALL = "rw-r--r--";

    private KeptFile() {}

    public static void write(Path file, String text, String rights) {
        write(file, text.getBytes(StandardCharsets.UTF_8), rights);
    }

    public static void write(Path file, byte[] bytes, String rights) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)));
            }
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
