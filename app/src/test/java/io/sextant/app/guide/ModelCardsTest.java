package io.sextant.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.app.cli.SextantCommand;
import io.sextant.app.guide.GuidePage.Heading;
import io.sextant.neural.forecast.ForecasterCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every model that a person can name has its card, and no card stands for one that is gone. */
class ModelCardsTest {

    private static final Path FOLDER = GuidePage.root().resolve("models");

    private static final String ENSEMBLE = "ensemble";

    /** Models that stand in no catalogue: what goes around others, one's own, and what a desk tells the kind of market by. */
    private static final List<String> BESIDE = List.of("conformal", "onnx", "regimes");

    private static final List<String> HEADINGS = List.of(
            "What it is",
            "What it learns from, and never sees",
            "What it says",
            "How far it is believed",
            "Settings and seeds",
            "Cost",
            "Where it fails",
            "Measured",
            "Who may change it, and licences");

    private static String card(String model) {
        return model.startsWith(ENSEMBLE) ? ENSEMBLE : model;
    }

    private static Set<String> models() {
        Set<String> models = ForecasterCatalogue.names().stream()
                .map(ModelCardsTest::card)
                .collect(Collectors.toCollection(TreeSet::new));
        models.addAll(new CommandLine(new SextantCommand())
                .getSubcommands().get("fit").getSubcommands().values().stream()
                        .map(CommandLine::getCommandName)
                        .toList());
        models.addAll(BESIDE);
        return models;
    }

    @Test
    void theFolderHoldsACardForEachModelAndNothingElse() throws IOException {
        Set<String> expected =
                models().stream().map(model -> model + ".md").collect(Collectors.toCollection(TreeSet::new));
        expected.add("README.md");
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyCardTellsTheSameThingsInTheSameOrder() throws IOException {
        for (String model : models()) {
            Path file = FOLDER.resolve(model + ".md");
            assertThat(GuidePage.read(file).headings())
                    .as(model)
                    .filteredOn(heading -> heading.level() == 2)
                    .extracting(Heading::text)
                    .isEqualTo(HEADINGS);
            for (String part : Files.readString(file).split("(?m)^## .*$", -1)) {
                assertThat(part.strip()).as("a part of " + model).isNotEmpty();
            }
        }
    }

    @Test
    void everyCardAsksForAsManyObservationsAsTheCodeDoes() throws IOException {
        for (String name : ForecasterCatalogue.names()) {
            int needed = ForecasterCatalogue.find(name).orElseThrow().observationsNeeded();

            assertThat(Files.readString(FOLDER.resolve(card(name) + ".md")).replaceAll("\\s+", " "))
                    .as(name)
                    .contains("Needs " + needed + " observations at least");
        }
    }

    @Test
    void theContentsLeadToEveryCardAndHaveTheFiguresOfEveryName() throws IOException {
        Path contents = FOLDER.resolve("README.md");
        assertThat(GuidePage.read(contents).links())
                .containsAll(models().stream().map(model -> model + ".md").toList());

        String text = Files.readString(contents);
        for (String name : ForecasterCatalogue.names()) {
            assertThat(text).as(name).containsPattern("(?m)^\\| `" + name + "` \\|( [^|]+ \\|){8}$");
        }
    }
}
