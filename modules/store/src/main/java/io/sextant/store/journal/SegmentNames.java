package io.sextant.store.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Segment files carry the position of their first record in their name. */
final class SegmentNames {

    private static final Pattern NAME = Pattern.compile("journal-(0\\d{18})\\.seg");

    private SegmentNames() {}

    static Path pathOf(Path folder, long firstPosition) {
        return folder.resolve(String.format(Locale.ROOT, "journal-%019d.seg", firstPosition));
    }

    /** All segments of a folder by first position; files with other names are not looked at. */
    static NavigableMap<Long, Path> list(Path folder) throws IOException {
        NavigableMap<Long, Path> segments = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    segments.put(Long.parseLong(name.group(1)), file);
                }
            }
        }
        return segments;
    }
}
