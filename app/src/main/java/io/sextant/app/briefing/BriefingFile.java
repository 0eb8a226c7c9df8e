package io.sextant.app.briefing;

import io.sextant.marketdata.file.WholeFile;
import io.sextant.voice.assistant.Briefing;
import io.sextant.voice.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A briefing as files: a page for a browser, and the same on paper.
 *
 * @param page written last, so that where it lies the paper lies too
 */
public record BriefingFile(Path page, Path paper) {

    private static final String LATE = "-late";

    /** @param late whether it is written after its time, which its name says */
    public static BriefingFile in(Path folder, LocalDate day, Briefing.Kind kind, boolean late) {
        return called(folder, name(day, kind, late));
    }

    /** The same, but numbered from 2 on where others of that day lie there already. */
    static BriefingFile unused(Path folder, LocalDate day, Briefing.Kind kind, boolean late) {
        String name = name(day, kind, late);
        BriefingFile file = called(folder, name);
        for (int number = 2; Files.exists(file.page()) || Files.exists(file.paper()); number++) {
            file = called(folder, name + "-" + number);
        }
        return file;
    }

    private static String name(LocalDate day, Briefing.Kind kind, boolean late) {
        return day + (kind == Briefing.Kind.DAILY ? "-daily" : "-weekly") + (late ? LATE : "");
    }

    private static BriefingFile called(Path folder, String name) {
        return new BriefingFile(folder.resolve(name + ".html"), folder.resolve(name + ".pdf"));
    }

    /** Whether files can be written into a folder that is there, or could be made. */
    static boolean canLieIn(Path folder) {
        Path there = folder.toAbsolutePath();
        for (Path above = there.getParent(); above != null && !Files.exists(there); above = there.getParent()) {
            there = above;
        }
        return Files.isDirectory(there) && Files.isWritable(there);
    }

    /** Whether it lies there, in time or late. */
    public static boolean exists(Path folder, LocalDate day, Briefing.Kind kind) {
        return Files.exists(in(folder, day, kind, false).page())
                || Files.exists(in(folder, day, kind, true).page());
    }

    public void write(Briefing briefing, Language language) throws IOException {
        BriefingPage drawn = new BriefingPage(briefing, language);
        Files.createDirectories(page.toAbsolutePath().getParent());
        byte[] html = drawn.html().getBytes(StandardCharsets.UTF_8);
        byte[] pdf = drawn.pdf();
        WholeFile.write(paper, out -> out.write(pdf));
        WholeFile.write(page, out -> out.write(html));
    }
}
