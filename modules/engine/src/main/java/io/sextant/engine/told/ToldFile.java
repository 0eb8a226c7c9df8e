package io.sextant.engine.told;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A text file that is appended to: a line a bar, ending in a checksum. A line that is not whole, cut off by a crash, is left out. When it holds twice
 * what is remembered the older half is cut off, while it is written as when it is opened. What cannot be written is logged and forgotten with the
 * process: a desk does not stop trading for want of its notes.
 */
public final class ToldFile implements ToldLog {

    private static final System.Logger LOG = System.getLogger(ToldFile.class.getName());
    private static final int RADIX = 16;
    private static final int CHUNK_BYTES = 1 << 16;
    /** What is longer is no line of ours; it is not read into memory. */
    private static final int LINE_MAX_BYTES = 1 << 16;

    private final Path file;
    private final int keptMax;
    private int written;

    private ToldFile(Path file, int keptMax) {
        this.file = file;
        this.keptMax = keptMax;
    }

    /** A file for each series in a folder, which is made when the first is written. */
    public static ToldShelf in(Path folder) {
        return in(folder, ToldBars.KEPT_MAX);
    }

    static ToldShelf in(Path folder, int keptMax) {
        return series -> new ToldFile(folder.resolve(series + ".told"), keptMax);
    }

    /** The newest lines of a file, as they stand there. */
    private record Newest(Deque<String> lines, int all, boolean endsWhole) {}

    @Override
    public synchronized List<Line> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            Newest newest = newest();
            List<Line> lines = understood(newest);
            written = newest.all();
            if (!newest.endsWhole() || written > 2 * keptMax) {
                rewrite(lines);
            }
            return lines;
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "what was told cannot be read: " + file, unreadable);
            return List.of();
        }
    }

    /** Holds no more in memory than what is remembered, however long the file has grown. */
    private Newest newest() throws IOException {
        Deque<String> lines = new ArrayDeque<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int all = 0;
        byte last = '\n';
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                int from = 0;
                for (int i = 0; i < read; i++) {
                    if (chunk[i] == '\n') {
                        add(chunk, from, i, line);
                        lines.addLast(line.toString(StandardCharsets.UTF_8));
                        line.reset();
                        all++;
                        from = i + 1;
                        if (lines.size() > keptMax) {
                            lines.removeFirst();
                        }
                    }
                }
                add(chunk, from, read, line);
                last = chunk[read - 1];
            }
        }
        return new Newest(lines, all, last == '\n');
    }

    private static void add(byte[] chunk, int from, int to, ByteArrayOutputStream line) {
        line.write(chunk, from, Math.min(to - from, LINE_MAX_BYTES - line.size()));
    }

    private static List<Line> understood(Newest newest) {
        List<Line> lines = new ArrayList<>();
        newest.lines().forEach(line -> take(line, lines));
        return lines;
    }

    private static void take(String line, List<Line> into) {
        String[] parts = line.split("\t", -1);
        if (parts.length != 3 || !parts[2].equals(checksum(parts[0], parts[1]))) {
            return;
        }
        try {
            into.add(new Line(Long.parseLong(parts[0]), parts[1]));
        } catch (NumberFormatException notALine) {
            LOG.log(System.Logger.Level.DEBUG, "not a line of ours: " + line, notALine);
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
        written = lines.size();
    }

    @Override
    public synchronized void append(Line line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, written(line), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written++;
            if (written > 2 * keptMax) {
                // Where this fails, it is tried again when as many more were written, not with each.
                written = keptMax;
                rewrite(understood(newest()));
            }
        } catch (IOException full) {
            LOG.log(System.Logger.Level.WARNING, "what was told cannot be kept: " + file, full);
        }
    }
}
