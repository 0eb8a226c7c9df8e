package io.sextant.ui.panel.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.dataset.ImportChoices;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.panel.data.intake.FilePicker;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.ShowTime;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DataPanelTest {

    private static final List<Path> FILES = List.of(Path.of("/prices/es.csv"), Path.of("/prices/notes.txt"));

    private final FakeEngine engine = new FakeEngine();
    private final List<Path> opened = new ArrayList<>();
    private final List<ShowTime> shownTimes = new ArrayList<>();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return open(robot, language, 1_180, 420);
    }

    private PanelTester open(FxRobot robot, Language language, double width, double height) {
        FilePicker picker = new FilePicker() {
            @Override
            public List<Path> files(@Nullable Window owner) {
                return FILES;
            }

            @Override
            public Optional<Path> folder(@Nullable Window owner) {
                return Optional.of(Path.of("/prices"));
            }
        };
        PanelTester panel = new PanelTester(
                robot,
                stage,
                engine,
                context -> new DataController(context, picker, opened::add),
                language,
                width,
                height);
        panel.run(() -> panel.desk().context().signals().on(ShowTime.class, shownTimes::add));
        return panel;
    }

    private void storeAll() {
        engine.data.store(SampleData.BTC, SampleData.HALO, SampleData.IMPORTED);
    }

    @ParameterizedTest
    @LanguageInTurn
    void listsWhatIsStoredAndFindsItByItsName(Language language, FxRobot robot) {
        storeAll();
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.await("the series", () -> panel.rows("#data-series") == 3);
            assertThat(panel.cell("#data-series", 0, "data.column.bars"))
                    .isEqualTo(english ? "1,051,000" : "1\u202f051\u202f000");
            assertThat(panel.cell("#data-series", 1, "data.column.timeframe")).isEqualTo(english ? "1d" : "1j");
            assertThat(panel.columnTitle("#data-series", "data.column.instrument"))
                    .isEqualTo("Instrument");
            assertThat(panel.text("#data-foot")).startsWith(english ? "3 of 3 series" : "3 séries sur 3");
            panel.type("#data-filter", "optics");
            panel.await("only Halo Optics", () -> panel.rows("#data-series") == 1);
            panel.type("#data-filter", "nowhere");
            panel.await("the word that nothing fits", () -> panel.isVisible("#data-no-match"));
            assertThat(panel.isVisible("#data-empty")).isFalse();
        }
    }

    @Test
    void sortsByAnyColumn(FxRobot robot) {
        storeAll();
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the series", () -> panel.rows("#data-series") == 3);
            robot.clickOn("Bars");
            panel.await(
                    "the smallest first",
                    () -> panel.cell("#data-series", 0, "data.column.bars").equals("900"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysThatNothingIsStoredAndOffersAnImport(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the empty state", () -> panel.isVisible("#data-empty"));
            assertThat(panel.isVisible("#quality-nothing")).isTrue();
            panel.click("#data-first-import");
            panel.await("the sheet", () -> panel.isVisible("#intake"));
        }
    }

    @Test
    void saysWhenTheArchiveCannotBeReadAndTriesAgain(FxRobot robot) {
        storeAll();
        engine.breakConnection("the line is down");
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the failure", () -> panel.isVisible("#data-failed"));
            engine.healConnection();
            panel.click("#data-retry");
            panel.await("the series", () -> panel.rows("#data-series") == 3);
        }
    }

    @Test
    void enterOnASeriesLeadsTheChartToItsNewestBars(FxRobot robot) {
        storeAll();
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the series", () -> panel.rows("#data-series") == 3);
            panel.clickNode(row(panel, "#data-series", 2)).press(KeyCode.ENTER);
            assertThat(panel.desk().shownPanels()).containsExactly(PanelIds.CHART);
            assertThat(shownTimes)
                    .containsExactly(new ShowTime(
                            SampleData.IMPORTED.instrument(),
                            Timeframe.H1,
                            SampleData.IMPORTED.lastNanos() - 200 * Timeframe.H1.nominalNanos(),
                            SampleData.IMPORTED.lastNanos()));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void looksIntoFilesBeforeAnythingIsStored(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.press(KeyCode.CONTROL, KeyCode.I);
            panel.await("the sheet", () -> panel.isVisible("#intake"));
            assertThat(panel.text("#intake-title")).startsWith(english ? "Import es.csv" : "Importer es.csv");
            assertThat(engine.data.jobs())
                    .containsExactly(new Job.ImportFiles(
                            FILES.stream().map(Path::toString).toList(), ImportChoices.NONE.asDryRun()));
            assertThat(panel.isDisabled("#intake-store")).isTrue();
            engine.data.newest(Job.ImportFiles.class).finish(SampleData.imported(true));
            panel.await("the figures", () -> panel.isVisible("#intake-figure-rows"));
            assertThat(panel.text("#intake-figure-rows")).isEqualTo("902");
            assertThat(panel.text("#intake-figure-bars")).isEqualTo("900");
            assertThat(panel.text("#intake-figure-new")).isEqualTo("700");
            assertThat(panel.text("#intake-figure-changed")).isEqualTo("3");
            assertThat(panel.text("#intake-figure-there")).isEqualTo("197");
            assertThat(panel.text("#intake-figure-aside")).isEqualTo("2");
            assertThat(panel.text("#intake-figure-unread")).isEqualTo("1");
            assertThat(panel.text("#intake-message"))
                    .isEqualTo(english ? "Nothing is stored yet." : "Rien n’est encore enregistré.");
            assertThat(panel.text("#intake-what"))
                    .isEqualTo(
                            english
                                    ? "Not understood: it has no column of times."
                                    : "Pas compris\u00a0: il n’a pas de colonne d’heures.");
            panel.clickNode(row(panel, "#intake-files", 0));
            panel.await("its first bars", () -> panel.rows("#intake-first") == 2);
            assertThat(panel.cell("#intake-first", 0, "intake.column.open"))
                    .isEqualTo(english ? "1,680.25" : "1\u202f680,25");
            assertThat(panel.text("#intake-what"))
                    .contains(english ? "Candles separated by “;”, decimal comma" : "Chandeliers séparés par “;”");
            panel.click("#intake-page-aside");
            panel.await("the rows that were set aside", () -> panel.rows("#intake-aside") == 2);
            assertThat(panel.cell("#intake-aside", 0, "intake.column.line")).isEqualTo("17");
            assertThat(panel.cell("#intake-aside", 0, "intake.column.reason"))
                    .isEqualTo(english ? "the high is below the low" : "le plus haut est sous le plus bas");
            assertThat(panel.cell("#intake-aside", 0, "intake.column.text")).isEqualTo("2013-10-08;1;0,5;2;1;3");
            panel.focus(panel.find("#intake-files", TableView.class)).press(KeyCode.ESCAPE);
            panel.await("the sheet is gone", () -> !panel.isVisible("#intake"));
            assertThat(engine.data.jobs()).hasSize(1);
        }
    }

    @Test
    void looksAgainWhenTheReaderSaysSomethingElse(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#data-import");
            engine.data.newest(Job.ImportFiles.class).finish(SampleData.imported(true));
            panel.type("#intake-symbol", "es-x");
            awaitLook(panel, choices -> choices.symbol().equals(Optional.of(InstrumentId.of("ES-X"))));
            panel.type("#intake-zone", "America/New_York");
            awaitLook(panel, choices -> choices.zone().equals(ZoneId.of("America/New_York")));
            panel.focus(panel.find("#intake-bar-end", CheckBox.class)).press(KeyCode.SPACE);
            awaitLook(panel, ImportChoices::barEndTimes);
            panel.focus(panel.find("#intake-timeframe", ComboBox.class)).press(KeyCode.DOWN);
            awaitLook(panel, choices -> choices.timeframe().equals(Optional.of(Timeframe.S1)));
            panel.type("#intake-symbol", "not a symbol");
            panel.await("the field says what is wrong", () -> panel.isVisible("#intake-symbol-problem"));
            panel.await("the foot does too", () -> panel.text("#intake-message").startsWith("Please correct"));
            assertThat(panel.isDisabled("#intake-store")).isTrue();
        }
    }

    private void awaitLook(PanelTester panel, Predicate<ImportChoices> wanted) {
        panel.await(
                "another look",
                () -> engine.data.jobs().getLast() instanceof Job.ImportFiles(var files, var choices, var _)
                        && wanted.test(choices)
                        && choices.dryRun());
        engine.data.newest(Job.ImportFiles.class).finish(SampleData.imported(true));
        panel.await("it is over", () -> !panel.isDisabled("#intake-store"));
    }

    @ParameterizedTest
    @LanguageInTurn
    void importsWithProgressAndTellsWhatBecameOfIt(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.click("#data-import");
            engine.data.newest(Job.ImportFiles.class).finish(SampleData.imported(true));
            panel.await("a look", () -> !panel.isDisabled("#intake-store"));
            panel.click("#intake-store");
            var job = engine.data.newest(Job.ImportFiles.class);
            assertThat(job.job())
                    .isEqualTo(new Job.ImportFiles(
                            FILES.stream().map(Path::toString).toList(), ImportChoices.NONE));
            job.reach(0.25, 400);
            panel.await(
                    "the rows", () -> panel.text("#intake-job-figures").contains(english ? "400 rows" : "400 lignes"));
            job.reach(0.5, 1_000_000);
            panel.await(
                    "the pace and the time left",
                    () -> panel.text("#intake-job-figures").contains(english ? " rows/s" : " lignes/s")
                            && panel.text("#intake-job-figures").contains(english ? "left" : "encore"));
            assertThat(panel.isDisabled("#intake-close")).isTrue();
            assertThat(panel.isDisabled("#intake-symbol")).isTrue();
            storeAll();
            job.finish(SampleData.imported(false));
            panel.await("the result", () -> panel.text("#intake-message").startsWith("700"));
            assertThat(panel.text("#intake-message"))
                    .isEqualTo(
                            english
                                    ? "700 new bars stored, 3 changed, 197 were there already. One file could not be"
                                            + " read."
                                    : "700 nouvelles barres enregistrées, 3 modifiées, 197 déjà là. Un fichier n’a"
                                            + " pas pu être lu.");
            panel.click("#intake-quarantine");
            assertThat(opened).containsExactly(Path.of("/desk/quarantine/2026-11-20.csv"));
            panel.click("#intake-store");
            panel.await("the list again", () -> !panel.isVisible("#intake") && panel.rows("#data-series") == 3);
            panel.await(
                    "the imported series is chosen",
                    () -> panel.text("#quality-subject").startsWith("ES-201312.BID"));
        }
    }

    @Test
    void anImportCanBeCancelledAndTakenUpAgain(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#data-import");
            engine.data.newest(Job.ImportFiles.class).finish(SampleData.imported(true));
            panel.await("a look", () -> !panel.isDisabled("#intake-store"));
            panel.click("#intake-store");
            var job = engine.data.newest(Job.ImportFiles.class);
            panel.press(KeyCode.ESCAPE);
            assertThat(panel.isVisible("#intake"))
                    .as("escape does not end an import")
                    .isTrue();
            panel.click("#intake-job-cancel");
            assertThat(job.isCancelled()).isTrue();
            panel.await("what that means", () -> panel.text("#intake-message").startsWith("Stopped. What was stored"));
            panel.click("#intake-again");
            assertThat(engine.data.newest(Job.ImportFiles.class)).isNotSameAs(job);
            engine.data.newest(Job.ImportFiles.class).fail("the disk is full");
            panel.await("why", () -> panel.text("#intake-message").contains("the disk is full"));
        }
    }

    @Test
    void anImportGoesOnWhileThePanelIsHidden(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#data-import");
            engine.data.newest(Job.ImportFiles.class).finish(SampleData.imported(true));
            panel.await("a look", () -> !panel.isDisabled("#intake-store"));
            panel.click("#intake-store");
            panel.run(panel.panel()::onHide);
            var job = engine.data.newest(Job.ImportFiles.class);
            assertThat(job.isCancelled()).isFalse();
            job.finish(SampleData.imported(false));
            panel.await(
                    "the word that it is over",
                    () -> panel.desk().context().toasts().latestProperty().get() != null);
        }
    }

    @Test
    void filesCanBeDroppedAnywhere(FxRobot robot) {
        storeAll();
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("the series", () -> panel.rows("#data-series") == 3);
            Label source = new Label("file");
            panel.run(() -> {
                source.setOnDragDetected(detected -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putFiles(FILES.stream().map(Path::toFile).toList());
                    source.startDragAndDrop(TransferMode.COPY).setContent(content);
                    detected.consume();
                });
                StackPane root = (StackPane) stage.getScene().getRoot();
                StackPane.setAlignment(source, Pos.BOTTOM_LEFT);
                root.getChildren().add(source);
            });
            robot.drag(source).moveTo("#quality-nothing");
            panel.await("the invitation", () -> panel.isVisible("#data-drop"));
            robot.drop();
            panel.await("the sheet", () -> panel.isVisible("#intake"));
            assertThat(panel.isVisible("#data-drop")).isFalse();
            assertThat(engine.data.jobs())
                    .containsExactly(new Job.ImportFiles(
                            FILES.stream().map(Path::toString).toList(), ImportChoices.NONE.asDryRun()));
        }
    }

    @Test
    void aFolderIsImportedToo(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
            panel.await("the sheet", () -> panel.isVisible("#intake"));
            assertThat(engine.data.jobs())
                    .containsExactly(new Job.ImportFiles(List.of("/prices"), ImportChoices.NONE.asDryRun()));
        }
    }

    /** A row that can be clicked: a table has none before its first layout. */
    static TableRow<?> row(PanelTester panel, String table, int index) {
        panel.await(
                "row " + index + " of " + table,
                () -> findRow(panel, table, index).isPresent());
        return panel.onFxThread(() -> findRow(panel, table, index).orElseThrow());
    }

    private static Optional<? extends TableRow<?>> findRow(PanelTester panel, String table, int index) {
        return panel.find(table, TableView.class).lookupAll(".table-row-cell").stream()
                .map(node -> (TableRow<?>) node)
                .filter(row -> !row.isEmpty() && row.getIndex() == index)
                .findFirst();
    }
}
