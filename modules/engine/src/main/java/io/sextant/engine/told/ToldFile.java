package io.sextant.engine.told;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A text file that is only appended to: a line a bar, ending in a checksum. A line that is not whole, cut off by a crash, is left out. What
 * cannot be written is logged and forgotten with the process: a desk does not stop trading for want of its notes.
 */
public final class ToldFile implements ToldLog {

    private static final System.Logger LOG = System.getLogger(ToldFile.class.getName());
    private static final int RADIX = 16;

    private final Path file;

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
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            List<Line> lines = new ArrayList<>();
            int whole = 0;
            for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', whole)) {
                take(text.substring(whole, end), lines);
                whole = end + 1;
            }
            boolean isTooLong = lines.size() > 2 * ToldBars.KEPT_MAX;
            if (whole < text.length() || isTooLong) {
                rewrite(isTooLong ? lines.subList(lines.size() - ToldBars.KEPT_MAX, lines.size()) : lines);
            }
            return lines;
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "what was told cannot be read: " + file, unreadable);
            return List.of();
        }
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
    }

    @Override
    public void append(Line line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, written(line), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            LOG.log(System.Logger.Level.WARNING, "what was told cannot be kept: " + file, full);
        }
    }
}
