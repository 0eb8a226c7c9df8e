package io.sextant.app.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Is there room for data, and may we write it? */
final class DiskCheck {

    private static final long LITTLE_BYTES = 2L << 30;
    private static final long TOO_LITTLE_BYTES = 256L << 20;

    private DiskCheck() {}

    static Finding examine(Path dataFolder) {
        Path existing = dataFolder.toAbsolutePath();
        while (!Files.isDirectory(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace();
            String what = String.format(Locale.ENGLISH, "%,d MB free for %s", free >> 20, dataFolder);
            if (!Files.isWritable(existing)) {
                return Finding.unwell(
                        "Disk", existing + " cannot be written", "Choose another folder with --data DIR.");
            }
            if (free < TOO_LITTLE_BYTES) {
                return Finding.unwell(
                        "Disk", what, "Free some space; the engine stops when its journal cannot be written.");
            }
            return free < LITTLE_BYTES
                    ? Finding.watch("Disk", what, "A year of one desk needs about 2 GB.")
                    : Finding.well("Disk", what);
        } catch (IOException e) {
            return Finding.unwell(
                    "Disk", "cannot be examined: " + e.getMessage(), "Choose another folder with --data DIR.");
        }
    }
}
