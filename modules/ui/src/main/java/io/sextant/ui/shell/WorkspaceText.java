package io.sextant.ui.shell;

import io.sextant.ui.shell.WorkspaceProblem.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A workspace as a file: which panel is where, to be kept, sent to somebody, and opened by a double click. */
final class WorkspaceText {

    static final String SUFFIX = ".sextant";

    /** No workspace is as long as this many characters. */
    static final int LONGEST = 32_768;

    private static final int VERSION = 1;
    private static final Pattern HEAD = Pattern.compile("sextant-workspace (\\d{1,6})");
    private static final String LAYOUT = "layout = ";

    private WorkspaceText() {}

    static boolean isNameOfOne(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
    }

    static String write(DeskLayout layout) {
        return "sextant-workspace " + VERSION + "\n" + LAYOUT + LayoutText.write(layout) + "\n";
    }

    static DeskLayout read(String text) throws WorkspaceProblem {
        List<String> lines = text.lines().map(String::strip).toList();
        Matcher head = HEAD.matcher(lines.isEmpty() || text.length() > LONGEST ? "" : lines.getFirst());
        if (!head.matches()) {
            throw new WorkspaceProblem(Reason.NOT_A_WORKSPACE);
        }
        if (Integer.parseInt(head.group(1)) > VERSION) {
            throw new WorkspaceProblem(Reason.NEWER);
        }
        return lines.stream()
                .filter(line -> line.startsWith(LAYOUT))
                .findFirst()
                .flatMap(line -> LayoutText.read(line.substring(LAYOUT.length())))
                .orElseThrow(() -> new WorkspaceProblem(Reason.NOT_A_WORKSPACE));
    }
}
