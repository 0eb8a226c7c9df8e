package io.sextant.store.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What a plain file call leaves open: names that survive a power cut, and files that never replace another. */
public final class Folders {

    private static final boolean IS_WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    private static final int COPY_BUFFER_BYTES = 1 << 16;

    private Folders() {}

    /** Makes the name of a file durable. Windows cannot open folders, and NTFS journals names by itself. */
    public static void forceNameOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (IS_WINDOWS || folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Renames a file to its own name with {@code .<why>-<n>}, the first number that is free, and returns the new path. */
    public static Path setAside(Path file, String why) throws IOException {
        for (int n = 1; ; n++) {
            Path aside = asideName(file, why, n);
            if (!Files.exists(aside)) {
                Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
                forceNameOf(aside);
                return aside;
            }
        }
    }

    /** Copies what follows {@code offset} into a {@code .<why>-<n>} file, and cuts it off once the copy is on the disk. */
    public static Path cutAside(Path file, long offset, String why) throws IOException {
        try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            Path aside = copyAside(file, source, offset, why);
            source.truncate(offset);
            source.force(true);
            return aside;
        }
    }

    private static Path copyAside(Path file, FileChannel source, long offset, String why) throws IOException {
        for (int n = 1; ; n++) {
            Path aside = asideName(file, why, n);
            try (FileChannel target =
                    FileChannel.open(aside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                source.position(offset);
                ByteBuffer buffer = ByteBuffer.allocate(COPY_BUFFER_BYTES);
                while (source.read(buffer) >= 0) {
                    buffer.flip();
                    while (buffer.hasRemaining()) {
                        target.write(buffer);
                    }
                    buffer.clear();
                }
                target.force(true);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            forceNameOf(aside);
            return aside;
        }
    }

    private static Path asideName(Path file, String why, int n) {
        return file.resolveSibling(file.getFileName() + "." + why + "-" + n);
    }
}
