package io.sextant.ui.panel.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.request.Job;
import io.sextant.domain.source.MacroIntake;
import io.sextant.domain.source.MacroSource;
import io.sextant.domain.source.MacroSource.Origin;
import io.sextant.domain.source.NewsSource;
import io.sextant.domain.source.NewsSource.Form;
import io.sextant.domain.source.SourceBook;
import io.sextant.domain.source.SourceResult;
import io.sextant.domain.source.StoredMacro;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeData;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SourcesPanelTest {

    private static final NewsSource WIRE = NewsSource.of("Wire", Form.FEED, "https://wire.example/rss", "", 5);
    private static final MacroSource RAIN =
            new MacroSource("Rain", new Origin.CsvFile("/data/rain.csv", Optional.of(Period.ZERO)));

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(
                robot, stage, engine, context -> new SourcesController(context, () -> 42), language, 1_000, 480);
    }

    private SourceBook book() {
        return SourceBook.of(engine.settings());
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysThatThereAreNoneAndOffersToAddOne(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the empty state", () -> panel.isVisible("#sources-empty"));
            panel.click("#sources-first-add").type("#sources-name", "Wire");
            panel.type("#sources-place", "https://wire.example/rss").click("#sources-save");
            panel.await("the source", () -> panel.rows("#sources-table") == 1);
            assertThat(book().findNews("Wire").orElseThrow().source()).isEqualTo(WIRE);
            assertThat(panel.cell("#sources-table", 0, "sources.column.at"))
                    .isEqualTo(language == Language.ENGLISH ? "not yet" : "pas encore");
        }
    }

    @Test
    void saysWhichFieldIsWrongAndNeverTakesAKey(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the empty state", () -> panel.isVisible("#sources-empty"));
            panel.click("#sources-add").click("#sources-save");
            assertThat(panel.isVisible("#sources-name-problem")).isTrue();
            panel.type("#sources-name", "Api").type("#sources-place", "https://api.example/?apiKey=sesame");
            panel.run(() -> panel.find("#sources-type", ComboBox.class)
                    .getSelectionModel()
                    .select(1));
            panel.click("#sources-save");
            assertThat(panel.isVisible("#sources-place-problem")).isTrue();
            panel.type("#sources-place", "https://api.example/v2").type("#sources-key", "sesame");
            panel.click("#sources-save");
            assertThat(panel.isVisible("#sources-key-problem")).isTrue();
            assertThat(engine.settings().toString()).doesNotContain("sesame");
            panel.type("#sources-key", "env:NEWS_KEY").click("#sources-save");
            panel.await("the source", () -> book().findNews("Api").isPresent());
        }
    }

    @Test
    void readsChangesAndForgetsTheChosenSource(FxRobot robot) {
        engine.submit(new CommandKey("a"), WIRE.toSetting());
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            choose(panel);
            panel.click("#sources-read");
            panel.await("the wish", () -> book().findNews("Wire").orElseThrow().wantedNanos() == 42);
            SourceResult gone = new SourceResult(
                    SourceResult.Kind.NEWS, "Wire", SourceResult.Outcome.FAILED, 50, "wire.example cannot be reached");
            engine.submit(new CommandKey("b"), gone.toSetting());
            panel.await(
                    "the failure",
                    () -> panel.cell("#sources-table", 0, "sources.column.result")
                            .equals("Failed: wire.example cannot be reached"));
            panel.click("#sources-edit").type("#sources-rhythm", "15").click("#sources-save");
            panel.await(
                    "the change",
                    () -> book().findNews("Wire").orElseThrow().source().everyMinutes() == 15);
            panel.click("#sources-remove");
            panel.await("the empty state", () -> panel.isVisible("#sources-empty"));
            assertThat(book().news()).isEmpty();
        }
    }

    @Test
    void fetchesASeriesAndShowsWhatIsStored(FxRobot robot) {
        engine.submit(new CommandKey("a"), RAIN.toSetting());
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            choose(panel);
            panel.click("#sources-read");
            FakeData.FakeJob<List<MacroIntake>> job = engine.data.newest(Job.ReadMacro.class);
            assertThat(job.job()).isEqualTo(new Job.ReadMacro(List.of(RAIN), false));
            engine.macro(new StoredMacro("Rain", 3, 3, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 3), 7));
            job.finish(List.of(new MacroIntake("Rain", false, 3, 3, 0, 0, List.of(), Optional.empty())));
            panel.await(
                    "the series",
                    () -> panel.cell("#sources-table", 0, "sources.column.result")
                            .equals("3 periods up to 2024-01-03"));
            assertThat(book().findMacro("Rain")
                            .orElseThrow()
                            .last()
                            .orElseThrow()
                            .atNanos())
                    .isEqualTo(42);
        }
    }

    private static void choose(PanelTester panel) {
        panel.await("the source", () -> panel.rows("#sources-table") == 1);
        panel.run(() -> panel.find("#sources-table", TableView.class)
                .getSelectionModel()
                .select(0));
    }
}
