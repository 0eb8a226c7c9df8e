package io.sextant.marketdata.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The texts inside a file: itself, what was compressed with gzip, or every file of a zip. Told by content, not by name. */
public final class FileContents {

    private static final int BUFFER = 1 << 16;

    /** A limit on what a small archive can blow itself up to, far above any real file of prices. */
    private static final int ZIP_ENTRIES_MAX = 100_000;

    private FileContents() {}

    /** Takes one text; {@code name} is the file's, or the entry's inside a zip. */
    @FunctionalInterface
    public interface Taker {
        void take(String name, InputStream text) throws IOException;
    }

    public static void read(Path file, LongConsumer bytesRead, Taker taker) {
        try (InputStream bytes = new BufferedInputStream(new Counted(Files.newInputStream(file), bytesRead), BUFFER)) {
            bytes.mark(4);
            byte[] start = bytes.readNBytes(4);
            bytes.reset();
            String name = String.valueOf(file.getFileName());
            if (start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
                taker.take(withoutEnding(name), new GZIPInputStream(bytes, BUFFER));
            } else if (start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] <= 8 && start[3] <= 8) {
                readZip(file, bytes, taker);
            } else {
                taker.take(name, bytes);
            }
        } catch (NoSuchFileException e) {
            throw new FileProblem("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new FileProblem("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static void readZip(Path file, InputStream bytes, Taker taker) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes);
        int entries = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            String last = name.substring(name.lastIndexOf('/') + 1);
            if (entry.isDirectory() || last.startsWith(".") || name.startsWith("__MACOSX/")) {
                continue;
            }
            if (++entries > ZIP_ENTRIES_MAX) {
                throw new FileProblem("The archive " + file + " holds more than " + ZIP_ENTRIES_MAX + " files.");
            }
            taker.take(name, new Unclosable(zip));
        }
        if (entries == 0) {
            throw new FileProblem("The archive " + file + " holds no file.");
        }
    }

    private static String withoutEnding(String name) {
        return name.endsWith(".gz") || name.endsWith(".GZ") ? name.substring(0, name.length() - 3) : name;
    }

    /** Tells how much of the file was read. */
    private static final class Counted extends FilterInputStream {

        private final LongConsumer bytesRead;

        Counted(InputStream in, LongConsumer bytesRead) {
            super(in);
            this.bytesRead = bytesRead;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bytesRead.accept(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            bytesRead.accept(Math.max(0, read));
            return read;
        }
    }

    /** An entry ends without closing the archive that it is in. */
    private static final class Unclosable extends FilterInputStream {

        Unclosable(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The archive is closed by whoever opened it.
        }
    }
}
