package io.sextant.voice.model;

import io.sextant.voice.problem.VoiceException;
import io.sextant.voice.problem.VoiceTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a model's zip without its outer folder. An entry that would be written anywhere else refuses the whole zip. */
final class ModelArchive {

    /** A small model has some 15 files and 40 to 70 MB; large ones have 4 GB. */
    private static final int ENTRIES_MAX = 2_000;

    private static final long BYTES_MAX = 6L << 30;

    private ModelArchive() {}

    static void unpack(Path zip, Path into) throws IOException {
        long room = BYTES_MAX;
        int entries = 0;
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> all = file.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (++entries > ENTRIES_MAX) {
                    throw bad(zip);
                }
                Path target = target(zip, entry.getName(), into);
                if (!entry.isDirectory() && !target.equals(into)) {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        room -= copy(in, target, room, zip);
                    }
                }
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new VoiceException(e, VoiceTrouble.BAD_ARCHIVE, zip.toString());
        }
    }

    /** Counts what comes out, not what the zip says of itself. */
    private static long copy(InputStream in, Path target, long room, Path zip) throws IOException {
        long written = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.read(buffer);
            while (read >= 0) {
                written += read;
                if (written > room) {
                    throw bad(zip);
                }
                out.write(buffer, 0, read);
                read = in.read(buffer);
            }
        }
        return written;
    }

    private static Path target(Path zip, String name, Path into) {
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0 || name.indexOf(':') >= 0) {
            throw bad(zip);
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..")) {
                throw bad(zip);
            }
        }
        Path target = into.resolve(name).normalize();
        if (!target.startsWith(into)) {
            throw bad(zip);
        }
        return target;
    }

    private static VoiceException bad(Path zip) {
        return new VoiceException(VoiceTrouble.BAD_ARCHIVE, zip.toString());
    }
}
