package io.sextant.app.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sextant.app.guide.GuidePage.Heading;
import io.sextant.ui.shell.PanelIds;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing in the pages leads nowhere, and no panel and no picture is left out of them. */
class GuideLinksTest {

    /** Of panels whose texts lie under another name than their own. */
    private static final Map<String, String> TEXTS_OF_PANELS = Map.of(
            PanelIds.WATCHLIST, "market",
            PanelIds.CHART, "chartpanel",
            PanelIds.RISK_GATE, "gate",
            PanelIds.RISK_MONITOR, "riskmonitor",
            PanelIds.BACKTEST_LAB, "lab");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static List<GuidePage> pages = List.of();

    @BeforeAll
    static void read() throws IOException {
        pages = GuidePage.all();
    }

    @Test
    void everyLinkLeadsToAFileAndAHeadingThatAreThere() throws IOException {
        Map<Path, Set<String>> anchors = new HashMap<>();
        List<String> dead = new ArrayList<>();
        int followed = 0;
        for (GuidePage page : pages) {
            for (String link : page.links()) {
                if (link.matches("(https?|mailto):.*")) {
                    continue;
                }
                followed++;
                String path = link.replaceFirst("#.*", "");
                Path target = path.isEmpty()
                        ? page.file()
                        : page.file().resolveSibling(path).normalize();
                if (!Files.exists(target)) {
                    dead.add(page.name() + " -> " + link + ": no such file");
                } else if (link.contains("#")) {
                    if (!anchors.containsKey(target)) {
                        anchors.put(target, anchorsOf(target));
                    }
                    if (!anchors.get(target).contains(link.substring(link.indexOf('#') + 1))) {
                        dead.add(page.name() + " -> " + link + ": no such heading");
                    }
                }
            }
        }

        assertThat(dead).isEmpty();
        assertThat(followed).isGreaterThan(300);
    }

    private static Set<String> anchorsOf(Path page) throws IOException {
        return GuidePage.read(page).headings().stream().map(Heading::anchor).collect(Collectors.toSet());
    }

    @Test
    void everyPictureThatIsShownIsThereAndEveryPictureThatIsThereIsShown() throws IOException {
        Set<String> shown = new TreeSet<>();
        List<String> missing = new ArrayList<>();
        for (GuidePage page : pages) {
            for (String image : page.images()) {
                Path target = page.file().resolveSibling(image).normalize();
                if (!Files.exists(target)) {
                    missing.add(page.name() + " -> " + image);
                }
                shown.add(anyLanguage(target.getFileName().toString()));
            }
        }
        Set<String> there;
        try (Stream<Path> files = Files.list(GuidePage.root().resolve("docs/images"))) {
            there = files.map(file -> anyLanguage(file.getFileName().toString()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(missing).isEmpty();
        assertThat(shown)
                .as("pictures that pages show, and those in docs/images")
                .isEqualTo(there);
    }

    /** A picture of the window in one language stands for the one in the other, which the other guide shows. */
    private static String anyLanguage(String image) {
        return image.replaceFirst("-(en|fr)\\.png$", ".png");
    }

    @ParameterizedTest
    @CsvSource({"panels.md, en", "fr/panels.md, fr"})
    void everyPanelOfTheWindowStandsUnderItsTitleWithItsPicture(String name, String language) throws Exception {
        Path file = GuidePage.root().resolve("docs/guide").resolve(name);
        assumeTrue(Files.exists(file), "there is no French guide yet");
        String text = Files.readString(file);
        List<String> without = new ArrayList<>();
        for (Field field : PanelIds.class.getFields()) {
            // A second chart is a chart.
            String id = String.valueOf(field.get(null)).replaceFirst("-\\d+$", "");
            String bundle = "io.sextant.ui.i18n." + TEXTS_OF_PANELS.getOrDefault(id, id);
            String title = ResourceBundle.getBundle(bundle, Locale.of(language), NO_FALLBACK)
                    .getString("title");
            Pattern part = Pattern.compile(
                    "(?m)^## " + Pattern.quote(title) + "\\R+!\\[[^]]*]\\([./]*images/panel-" + id + "\\.png\\)");
            if (!part.matcher(text).find()) {
                without.add(title + " with panel-" + id + ".png");
            }
        }

        assertThat(without).as("panels without a part in " + file).isEmpty();
    }

    @Test
    void everyPageOfTheGuideIsInItsContents() throws IOException {
        GuidePage contents = GuidePage.read(GuidePage.root().resolve("docs/guide/README.md"));
        Set<String> linked = contents.links().stream()
                .map(link -> link.replaceFirst("#.*", ""))
                .collect(Collectors.toSet());
        GuidePage methods = GuidePage.read(GuidePage.root().resolve("docs/methods/README.md"));
        linked.addAll(methods.links().stream()
                .map(link -> "methods/" + link.replaceFirst("#.*", ""))
                .toList());

        for (GuidePage page : pages) {
            Path file = GuidePage.root().relativize(page.file());
            if (file.endsWith("README.md")) {
                continue;
            }
            if (file.startsWith("docs/guide") && file.getNameCount() == 3) {
                assertThat(linked).contains(file.getFileName().toString());
            }
            if (file.startsWith("docs/methods")) {
                assertThat(linked).contains("methods/" + file.getFileName());
            }
        }
    }
}
