package io.sextant.app.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.app.guide.GuidePage.Code;
import io.sextant.app.guide.GuidePage.Heading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The French guide tells what the English one tells, page by page. */
class GuideTwinTest {

    private static final Path ENGLISH = GuidePage.root().resolve("docs/guide");
    private static final Path FRENCH = ENGLISH.resolve("fr");

    @Test
    void everyPageIsToldInFrenchWithTheSameHeadingsPicturesAndCommandsOrLinked() throws IOException {
        assumeTrue(Files.isDirectory(FRENCH), "there is no French guide yet");
        List<String> differences = new ArrayList<>();
        // The command line speaks English, and so do its pages.
        List<String> linked = GuidePage.read(FRENCH.resolve("README.md")).links();
        try (Stream<Path> files = Files.list(ENGLISH)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                GuidePage english = GuidePage.read(file);
                Path twin = FRENCH.resolve(file.getFileName());
                if (!Files.exists(twin)) {
                    if (!linked.contains("../" + file.getFileName())) {
                        differences.add(file.getFileName() + " is neither told in French nor linked in fr/README.md");
                    }
                    continue;
                }
                GuidePage french = GuidePage.read(twin);
                compare(french.name(), "headings", levels(english), levels(french), differences);
                compare(french.name(), "pictures", pictures(english), pictures(french), differences);
                compare(french.name(), "code", code(english), code(french), differences);
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void noFrenchPageIsLeftOverFromAnEnglishOneThatIsGone() throws IOException {
        assumeTrue(Files.isDirectory(FRENCH), "there is no French guide yet");
        try (Stream<Path> files = Files.list(FRENCH)) {
            assertThat(files.map(file -> ENGLISH.resolve(file.getFileName()))).allMatch(Files::exists);
        }
    }

    private static void compare(String page, String what, List<?> english, List<?> french, List<String> differences) {
        if (!english.equals(french)) {
            differences.add(page + ": " + what + " are " + french + ", in English " + english);
        }
    }

    private static List<Integer> levels(GuidePage page) {
        return page.headings().stream().map(Heading::level).toList();
    }

    private static List<String> pictures(GuidePage page) {
        return page.images().stream()
                .map(image -> image.replaceFirst(".*/", "").replaceFirst("-(en|fr)\\.png$", ".png"))
                .toList();
    }

    /** Command lines without what explains them, and of blocks in a language their lines without comments; other blocks are words. */
    private static List<String> code(GuidePage page) {
        List<String> found = new ArrayList<>();
        for (Code block : page.blocks()) {
            for (String line : block.lines()) {
                TypedLine.find(line).ifPresent(typed -> found.add("sextant " + String.join(" ", typed.words())));
                String said = line.strip().replaceFirst("\\s*(#|//).*", "");
                if (!block.language().isEmpty() && !said.isEmpty()) {
                    found.add(said);
                }
            }
        }
        return found;
    }
}
