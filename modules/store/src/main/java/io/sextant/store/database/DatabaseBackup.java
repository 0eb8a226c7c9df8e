package io.sextant.store.database;

import io.sextant.store.disk.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The archive that a database is copied into before its tables change. */
final class DatabaseBackup {

    private DatabaseBackup() {}

    /** {@code desk.mv.db.before-upgrade-of-3-1.zip}, with the first number that is free: no backup replaces another. */
    static Path freeName(Path file, String version) {
        for (int n = 1; ; n++) {
            Path name = file.resolveSibling(file.getFileName() + ".before-upgrade-of-" + version + "-" + n + ".zip");
            if (!Files.exists(name)) {
                return name.toAbsolutePath();
            }
        }
    }

    static void makeDurable(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Folders.forceNameOf(archive);
    }
}
