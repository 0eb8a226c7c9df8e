package io.sextant.app.backup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is in an archive: a line a file with its SHA-256, its bytes and its path, and at the end how many there are. */
record Manifest(List<Entry> entries) {

    static final String NAME = "manifest";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) (\\d{1,18}) (.+)");
    private static final Pattern END = Pattern.compile("files (\\d{1,9})");

    /** A file; its path is relative, with slashes. */
    record Entry(String sha256, long bytes, String path) {

        static Entry of(byte[] digest, long bytes, String path) {
            return new Entry(HexFormat.of().formatHex(digest), bytes, path);
        }
    }

    Manifest {
        entries = List.copyOf(entries);
    }

    long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    String write() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.sha256)
                    .append(' ')
                    .append(entry.bytes)
                    .append(' ')
                    .append(entry.path)
                    .append('\n');
        }
        return text.append("files ").append(entries.size()).append('\n').toString();
    }

    static Manifest read(String text) {
        List<Entry> entries = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        List<String> lines = text.lines().toList();
        Matcher end = END.matcher(lines.isEmpty() ? "" : lines.getLast());
        if (!end.matches() || Integer.parseInt(end.group(1)) != lines.size() - 1) {
            throw new ArchiveProblem("The archive is not whole: its list of files was cut off.");
        }
        for (String line : lines.subList(0, lines.size() - 1)) {
            Matcher entry = LINE.matcher(line);
            if (!entry.matches() || !isSafe(entry.group(3)) || !paths.add(entry.group(3))) {
                throw new ArchiveProblem(
                        "The archive is not one of Sextant's: its list of files says \"" + line + "\".");
            }
            entries.add(new Entry(entry.group(1), Long.parseLong(entry.group(2)), entry.group(3)));
        }
        return new Manifest(entries);
    }

    /** Whether a path stays below the folder that it is unpacked into, on every system. */
    static boolean isSafe(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0) {
            return false;
        }
        if (path.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
