package io.sextant.ui.panel.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.schedule.Cadence;
import io.sextant.domain.schedule.LastRun;
import io.sextant.domain.schedule.LastRun.Outcome;
import io.sextant.domain.schedule.RunProgress;
import io.sextant.domain.schedule.Schedule;
import io.sextant.domain.schedule.ScheduleBook;
import io.sextant.domain.schedule.ScheduledWork;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.panel.data.intake.FilePicker;
import io.sextant.ui.parts.ScheduleWords;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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
class SchedulesPanelTest {

    private static final long NOW = nanos("2026-11-21T10:00:00Z");
    private static final Schedule EVENING = new Schedule(
            "evening",
            Cadence.parse("daily 18:30 Europe/Paris"),
            new ScheduledWork.Import(List.of("/prices/in", "/more")),
            false,
            NOW);
    private static final Schedule WEEKLY =
            new Schedule("weekly look", Cadence.parse("weekly sat 07:00"), new ScheduledWork.Quality(), true, NOW);

    private final FakeEngine engine = new FakeEngine();
    private final AtomicInteger commands = new AtomicInteger();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private static long nanos(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    private void set(ChangeSetting change) {
        engine.submit(new CommandKey("set-" + commands.incrementAndGet()), change);
    }

    private ScheduleBook book() {
        Map<String, String> settings = engine.settings();
        return ScheduleBook.of(settings);
    }

    private PanelTester open(FxRobot robot, Language language) {
        FilePicker picker = new FilePicker() {
            @Override
            public List<Path> files(@Nullable Window owner) {
                return List.of(Path.of("/prices/a.csv"), Path.of("/prices/b.csv"));
            }

            @Override
            public Optional<Path> folder(@Nullable Window owner) {
                return Optional.of(Path.of("/folder"));
            }
        };
        return new PanelTester(
                robot,
                stage,
                engine,
                context -> new SchedulesController(context, () -> NOW, picker),
                language,
                1_100,
                420);
    }

    private PanelTester openWithTwo(FxRobot robot, Language language) {
        set(EVENING.toSetting());
        set(WEEKLY.toSetting());
        PanelTester panel = open(robot, language);
        panel.await("both schedules", () -> panel.rows("#schedules-list") == 2);
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsWhatWhenAndHowItWent(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        set(LastRun.begun("evening", nanos("2026-11-20T17:30:00Z"), 3)
                .ended(
                        nanos("2026-11-20T17:30:02Z"),
                        Outcome.DONE,
                        "1,200 rows of 2 files: 1,100 bars new, 0 changed, 7 rows set aside")
                .toSetting());
        try (PanelTester panel = openWithTwo(robot, language)) {
            assertThat(panel.cell("#schedules-list", 0, "schedules.column.what"))
                    .isEqualTo(english ? "Import in (+ 1)" : "Importer in (+ 1)");
            assertThat(panel.cell("#schedules-list", 0, "schedules.column.when"))
                    .isEqualTo(english ? "every day at 18:30 (Europe/Paris)" : "chaque jour à 18:30 (Europe/Paris)");
            assertThat(panel.cell("#schedules-list", 0, "schedules.column.next"))
                    .isEqualTo(english ? "21 Nov 2026 17:30" : "21 nov. 2026 17:30");
            assertThat(panel.cell("#schedules-list", 0, "schedules.column.result"))
                    .startsWith(english ? "1,100 bars new, 0 changed" : "1\u202f100 barres nouvelles");
            assertThat(panel.cell("#schedules-list", 1, "schedules.column.when"))
                    .isEqualTo(english ? "every Saturday at 07:00" : "chaque samedi à 07:00");
            assertThat(panel.cell("#schedules-list", 1, "schedules.column.next"))
                    .isEqualTo(english ? "paused" : "suspendue");
            assertThat(panel.text("#schedules-course"))
                    .isEqualTo(
                            english
                                    ? "Began 20 Nov 2026 17:30:00, took 2.0\u00a0s. It stood for 3 runs that were missed"
                                            + " while the desk was closed or busy."
                                    : "Début\u00a0: 20 nov. 2026 17:30:00, durée\u00a0: 2,0\u00a0s. Elle a remplacé 3 passages"
                                            + " manqués pendant que le poste était fermé ou occupé.");
        }
    }

    @Test
    void runsPausesResumesAndForgets(FxRobot robot) {
        try (PanelTester panel = openWithTwo(robot, Language.ENGLISH)) {
            panel.click("#schedules-run");
            panel.await("the wish", () -> book().find("evening").orElseThrow().wanted());
            panel.await("no second wish", () -> panel.isDisabled("#schedules-run"));
            assertThat(panel.cell("#schedules-list", 0, "schedules.column.next"))
                    .isEqualTo("as soon as it can");

            panel.focus(panel.find("#schedules-list", TableView.class)).press(KeyCode.SPACE);
            panel.await(
                    "its rest",
                    () -> book().find("evening").orElseThrow().schedule().paused());
            panel.awaitText("#schedules-pause", "Resume");
            panel.click("#schedules-pause");
            panel.await(
                    "its going on",
                    () -> !book().find("evening").orElseThrow().schedule().paused());

            panel.click("#schedules-remove");
            assertThat(panel.text("#schedules-question")).contains("evening");
            panel.click("#schedules-stay");
            assertThat(panel.isVisible("#schedules-question")).isFalse();
            assertThat(book().find("evening")).isPresent();
            panel.press(KeyCode.DELETE);
            panel.click("#schedules-forget");
            panel.await("one less", () -> panel.rows("#schedules-list") == 1);
            assertThat(book().find("evening")).isEmpty();
        }
    }

    @Test
    void showsHowFarARunIsAndEndsIt(FxRobot robot) {
        try (PanelTester panel = openWithTwo(robot, Language.ENGLISH)) {
            assertThat(panel.isVisible("#schedules-job")).isFalse();
            LastRun begun = LastRun.begun("evening", NOW + 5, 0);
            set(begun.toSetting());
            panel.await("the bar", () -> panel.isVisible("#schedules-job"));
            set(new RunProgress("evening", NOW + 5, 0.4, 52_000).toSetting());
            panel.await(
                    "its figures", () -> panel.text("#schedules-job-figures").startsWith("40%"));
            assertThat(panel.cell("#schedules-list", 0, "schedules.column.result"))
                    .isEqualTo("running, 40%");
            panel.click("#schedules-job-cancel");
            panel.await(
                    "the wish to end",
                    () -> book().find("evening").orElseThrow().cancelled());
            panel.awaitText("#schedules-result", "ending…");
            set(begun.ended(NOW + 9, Outcome.CANCELLED, "").toSetting());
            panel.await("no bar", () -> !panel.isVisible("#schedules-job"));
            panel.awaitText("#schedules-result", "cancelled");
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void makesTheFirstScheduleFromNothing(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            panel.await("the empty state", () -> panel.isVisible("#schedules-empty"));
            panel.click("#schedules-first-add");
            assertThat(panel.isDisabled("#plan-keep")).isTrue();
            assertThat(panel.text("#plan-problem"))
                    .startsWith(english ? "A schedule has a name" : "Une programmation porte un nom");
            panel.type("#plan-name", "daily files");
            assertThat(panel.text("#plan-problem")).startsWith(english ? "Say at least one file" : "Indiquez au moins");
            panel.click("#plan-add-folder").click("#plan-add-files");
            assertThat(panel.text("#plan-files")).isEqualTo("/folder\n/prices/a.csv\n/prices/b.csv");
            panel.type("#plan-time", "7:05");
            panel.type("#plan-zone", "Nowhere");
            assertThat(panel.text("#plan-problem")).contains("Europe/Paris");
            panel.type("#plan-zone", "America/New_York");
            panel.press(KeyCode.ENTER);
            panel.await("the schedule", () -> panel.rows("#schedules-list") == 1);
            assertThat(book().find("daily files").map(ScheduleBook.Entry::schedule))
                    .contains(new Schedule(
                            "daily files",
                            Cadence.parse("daily 07:05 America/New_York"),
                            new ScheduledWork.Import(List.of("/folder", "/prices/a.csv", "/prices/b.csv")),
                            false,
                            NOW));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void schedulesABackFillAndTheMacroSeries(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = openWithTwo(robot, language)) {
            panel.click("#schedules-add");
            panel.type("#plan-name", "holes").click("#plan-work-back_fill");
            assertThat(panel.text("#plan-problem"))
                    .startsWith(english ? "Say at least one symbol" : "Indiquez au moins un symbole");
            panel.type("#plan-symbols", "btc-usdt, ETH-USDT").type("#plan-days", "0");
            assertThat(panel.text("#plan-problem")).contains(english ? "how many days" : "nombre entier de jours");
            panel.type("#plan-days", "7").click("#plan-keep");
            panel.await("it", () -> book().find("holes").isPresent());
            ScheduledWork.BackFill wanted = new ScheduledWork.BackFill(
                    "binance", List.of(InstrumentId.of("BTC-USDT"), InstrumentId.of("ETH-USDT")), Timeframe.H1, 7);
            assertThat(book().find("holes").orElseThrow().schedule().work()).isEqualTo(wanted);
            panel.await(
                    "its line",
                    () -> panel.text("#schedules-plan")
                            .contains(
                                    english
                                            ? "Fill BTC-USDT, ETH-USDT from Binance: bars of 1h, 7 days back"
                                            : "Compléter BTC-USDT, ETH-USDT depuis Binance"));

            panel.click("#schedules-edit");
            assertThat(panel.text("#plan-symbols")).isEqualTo("BTC-USDT, ETH-USDT");
            panel.click("#plan-work-macro").click("#plan-keep");
            panel.await(
                    "another work",
                    () -> book().find("holes").orElseThrow().schedule().work().equals(new ScheduledWork.Macro()));
        }
    }

    @Test
    void saysHowABackFillWentInTheReadersWords(FxRobot robot) {
        try (PanelTester panel = openWithTwo(robot, Language.FRENCH)) {
            ScheduleWords words = new ScheduleWords(panel.desk().context().texts());
            LastRun run = LastRun.begun("x", 1, 0);
            assertThat(words.result(run.ended(2, LastRun.Outcome.DONE, "2 series of kraken: 3 holes, 1,234 bars new")))
                    .isEqualTo("Kraken, séries\u00a0: 2, trous\u00a0: 3, barres nouvelles\u00a0: 1\u202f234");
            assertThat(words.result(run.ended(
                            2,
                            LastRun.Outcome.FAILED,
                            "1 macro series: 4 figures new, 1 of them revise an older one; cpi: no answer")))
                    .endsWith(
                            "séries macro\u00a0: 1, chiffres nouveaux\u00a0: 4, dont révisions d’un ancien\u00a0: 1; cpi: no answer");
        }
    }

    @Test
    void changesAndRenamesOne(FxRobot robot) {
        try (PanelTester panel = openWithTwo(robot, Language.ENGLISH)) {
            panel.focus(panel.find("#schedules-list", TableView.class)).press(KeyCode.ENTER);
            assertThat(panel.text("#plan-title")).isEqualTo("Change “evening”");
            panel.type("#plan-name", "weekly look");
            assertThat(panel.text("#plan-problem")).contains("of that name already");
            panel.type("#plan-name", "night");
            panel.click("#plan-work-quality").click("#plan-rhythm-every");
            panel.type("#plan-count", "0");
            assertThat(panel.isDisabled("#plan-keep")).isTrue();
            panel.press(KeyCode.UP).press(KeyCode.UP);
            panel.click("#plan-keep");
            panel.await(
                    "the new name",
                    () -> book().find("night").isPresent()
                            && book().find("evening").isEmpty());
            assertThat(book().find("night").orElseThrow().schedule().cadence().text())
                    .startsWith("every ");
            assertThat(book().find("night").orElseThrow().schedule().work()).isEqualTo(new ScheduledWork.Quality());
        }
    }

    @Test
    void escapeLeavesTheSheetAndNothingChanges(FxRobot robot) {
        try (PanelTester panel = openWithTwo(robot, Language.ENGLISH)) {
            panel.click("#schedules-edit");
            panel.type("#plan-name", "other");
            panel.press(KeyCode.ESCAPE);
            assertThat(panel.isVisible("#plan")).isFalse();
            assertThat(book().entries()).hasSize(2);
            assertThat(book().find("other")).isEmpty();
        }
    }
}
