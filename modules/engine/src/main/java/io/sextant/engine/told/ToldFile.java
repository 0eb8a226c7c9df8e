package io.sextant.engine.told;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A text file that is only appended to: a line a bar, ending in a checksum. A line that is not whole, cut off by a crash, is left out. What
 * cannot be written is logged and forgotten with the process: a desk does not stop trading for want of its notes.
 */
public final class ToldFile implements ToldLog {

    private static final System.Logger LOG = System.getLogger(ToldFile.class.getName());
    private static final int RADIX = 16;

    /** A line can be some kilobytes, and a server runs for years: the file is cut to half of this while it is written too. */
    private static final int LINES_MAX = 2 * ToldBars.KEPT_MAX;

    private final Path file;
    private int written;

    private ToldFile(Path file) {
        this.file = file;
    }

    /** A file for each series in a folder, which is made when the first is written. */
    public static ToldShelf in(Path folder) {
        return series -> new ToldFile(folder.resolve(series + ".told"));
    }

    @Override
    public List<Line> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        written = 0;
        try (BufferedReader from = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            ArrayDeque<Line> newest = new ArrayDeque<>();
            boolean isTooLong = false;
            for (String text = from.readLine(); text != null; text = from.readLine()) {
                take(text).ifPresent(newest::add);
                if (newest.size() > LINES_MAX) {
                    newest.removeFirst();
                    isTooLong = true;
                }
            }
            while (isTooLong && newest.size() > ToldBars.KEPT_MAX) {
                newest.removeFirst();
            }
            List<Line> lines = List.copyOf(newest);
            if (isTooLong || !endsWhole()) {
                rewrite(lines);
            }
            written = lines.size();
            return lines;
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "what was told cannot be read: " + file, unreadable);
            return List.of();
        }
    }

    /** What is appended to half a line would be lost with it. */
    private boolean endsWhole() throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            if (bytes.size() == 0) {
                return true;
            }
            ByteBuffer last = ByteBuffer.allocate(1);
            bytes.position(bytes.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }

    private static Optional<Line> take(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3 || !parts[2].equals(checksum(parts[0], parts[1]))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Line(Long.parseLong(parts[0]), parts[1]));
        } catch (NumberFormatException notALine) {
            LOG.log(System.Logger.Level.DEBUG, "not a line of ours: " + line, notALine);
            return Optional.empty();
        }
    }

    private static String checksum(String end, String text) {
        CRC32C sum = new CRC32C();
        sum.update((end + "\t" + text).getBytes(StandardCharsets.UTF_8));
        return Long.toString(sum.getValue(), RADIX);
    }

    private static String written(Line line) {
        String end = Long.toString(line.endNanos());
        return end + "\t" + line.text() + "\t" + checksum(end, line.text()) + "\n";
    }

    private void rewrite(List<Line> lines) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(written(line)));
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void append(Line line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, written(line), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written++;
            if (written > LINES_MAX) {
                read();
            }
        } catch (IOException full) {
            LOG.log(System.Logger.Level.WARNING, "what was told cannot be kept: " + file, full);
        }
    }
}
