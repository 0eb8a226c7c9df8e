package io.sextant.ui.panel.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.dataset.QualityChoices;
import io.sextant.domain.dataset.SessionChoice;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.shell.ShowTime;
import io.sextant.ui.testing.FakeData;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QualityPartTest {

    private final FakeEngine engine = new FakeEngine();
    private final List<ShowTime> shownTimes = new ArrayList<>();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    /** With the first series chosen and its examination on its way. */
    private PanelTester examining(FxRobot robot, Language language, double height) {
        engine.data.store(SampleData.BTC, SampleData.HALO);
        PanelTester panel = new PanelTester(robot, stage, engine, DataController::new, language, 1_180, height);
        panel.run(() -> panel.desk().context().signals().on(ShowTime.class, shownTimes::add));
        panel.await("the series", () -> panel.rows("#data-series") == 2);
        panel.clickNode(DataPanelTest.row(panel, "#data-series", 0));
        panel.await("an examination", () -> engine.data.jobs().size() == 1);
        return panel;
    }

    private PanelTester examined(FxRobot robot, Language language, double height) {
        PanelTester panel = examining(robot, language, height);
        engine.data.newest(Job.ExamineQuality.class).finish(SampleData.report(SampleData.BTC));
        panel.await("the score", () -> panel.isVisible("#quality-score"));
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsTheScoreWithItsReasons(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = examined(robot, language, 420)) {
            assertThat(engine.data.jobs())
                    .containsExactly(
                            new Job.ExamineQuality(SampleData.BTC.instrument(), Timeframe.M1, QualityChoices.USUAL));
            assertThat(panel.text("#quality-score")).isEqualTo(english ? "87.3" : "87,3");
            assertThat(panel.text("#quality-grade")).isEqualTo(english ? "good" : "bon");
            assertThat(panel.text("#quality-reason-gap"))
                    .isEqualTo(english ? "Bars are missing in 950 places." : "Des barres manquent à 950 endroits.");
            assertThat(panel.text("#quality-reason-outlier")).startsWith(english ? "One price is far" : "Un prix loin");
            assertThat(panel.text("#quality-against")).contains(english ? "trades always" : "ouvert en permanence");
        }
    }

    @Test
    void aReasonLeadsToWhatWasFoundAndFromThereToTheChart(FxRobot robot) {
        try (PanelTester panel = examined(robot, Language.ENGLISH, 420)) {
            panel.click("#quality-reason-gap");
            panel.await("the gaps", () -> panel.isVisible("#quality-findings") && panel.rows("#quality-findings") == 2);
            DataPanelTest.row(panel, "#quality-findings", 0);
            assertThat(panel.cell("#quality-findings", 0, "quality.column.what"))
                    .isEqualTo("2,160 bars are missing");
            assertThat(panel.text("#quality-shown")).startsWith("the gravest 2 of 950");
            panel.doubleClick(DataPanelTest.row(panel, "#quality-findings", 0));
            assertThat(panel.desk().shownPanels()).containsExactly(PanelIds.CHART);
            panel.focus(panel.find("#quality-findings", TableView.class)).press(KeyCode.DOWN, KeyCode.ENTER);
            panel.press(KeyCode.ENTER);
            assertThat(shownTimes)
                    .contains(new ShowTime(
                            SampleData.BTC.instrument(),
                            Timeframe.M1,
                            SampleData.nanos("2016-03-02"),
                            SampleData.nanos("2016-03-03") + SampleData.DAY / 2));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void findingsAreFilteredByTheirKind(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = examined(robot, language, 900)) {
            panel.await("all of them", () -> panel.rows("#quality-findings") == 3);
            DataPanelTest.row(panel, "#quality-findings", 1);
            assertThat(panel.cell("#quality-findings", 1, "quality.column.what"))
                    .isEqualTo(
                            english
                                    ? "25.0% away from the median of the bars around"
                                    : "À 25,0\u202f% de la médiane des barres voisines");
            assertThat(panel.cell("#quality-findings", 1, "quality.column.kind"))
                    .isEqualTo(english ? "outlier" : "valeur aberrante");
            panel.click("#quality-kinds").press(KeyCode.DOWN).press(KeyCode.ENTER);
            panel.await("the first kind", () -> panel.rows("#quality-findings") == 2);
            panel.focus(panel.find("#quality-kinds", Region.class)).press(KeyCode.DOWN);
            panel.await("the next kind", () -> panel.rows("#quality-findings") == 1);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void theCalendarIsReachedByKeysAndLeadsToTheDay(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = examined(robot, language, 900)) {
            Region calendar = panel.find("#quality-calendar", Region.class);
            panel.focus(calendar).press(KeyCode.HOME);
            assertThat(panel.text("#quality-day")).startsWith(english ? "1 Jan 2016: 1,440" : "1 janv. 2016\u00a0: 1");
            for (int week = 0; week < 9; week++) {
                panel.press(KeyCode.RIGHT);
            }
            panel.press(KeyCode.UP).press(KeyCode.UP);
            assertThat(panel.text("#quality-day"))
                    .isEqualTo(
                            english
                                    ? "2 Mar 2016: 0 of 1,440 bars, 0.0%"
                                    : "2 mars 2016 : 0 barres sur 1\u202f440, 0,0\u202f%");
            panel.press(KeyCode.ENTER);
            long day = SampleData.nanos("2016-03-02");
            assertThat(shownTimes)
                    .containsExactly(
                            new ShowTime(SampleData.BTC.instrument(), Timeframe.M1, day, day + SampleData.DAY - 1));
            panel.press(KeyCode.DOWN);
            assertThat(panel.text("#quality-day")).contains(english ? "50.0%" : "50,0");
            panel.press(KeyCode.PAGE_UP).press(KeyCode.END).press(KeyCode.DOWN);
            assertThat(panel.text("#quality-day"))
                    .startsWith(english ? "31 Dec 2017: no trading" : "31 déc. 2017\u00a0: aucun");
        }
    }

    @Test
    void examinesWhatIsChosenNowAndRemembersWhatItKnows(FxRobot robot) {
        try (PanelTester panel = examining(robot, Language.ENGLISH, 420)) {
            FakeData.FakeJob<?> first = engine.data.newest(Job.ExamineQuality.class);
            assertThat(panel.isVisible("#quality-running")).isTrue();
            panel.clickNode(DataPanelTest.row(panel, "#data-series", 1));
            panel.await("the other examination", () -> engine.data.jobs().size() == 2);
            assertThat(first.isCancelled()).isTrue();
            engine.data.newest(Job.ExamineQuality.class).finish(SampleData.report(SampleData.HALO));
            panel.await("its score", () -> panel.isVisible("#quality-score"));
            panel.clickNode(DataPanelTest.row(panel, "#data-series", 0));
            panel.await("the first again", () -> engine.data.jobs().size() == 3);
            panel.clickNode(DataPanelTest.row(panel, "#data-series", 1));
            panel.await("the report that was there", () -> panel.isVisible("#quality-score"));
            assertThat(engine.data.jobs()).hasSize(3);
            panel.click("#quality-again");
            panel.await("a new examination on demand", () -> engine.data.jobs().size() == 4);
        }
    }

    @Test
    void anExaminationCanBeCancelledAndCanFail(FxRobot robot) {
        try (PanelTester panel = examining(robot, Language.ENGLISH, 420)) {
            panel.click("#quality-job-cancel");
            panel.await("the word that it was stopped", () -> panel.isVisible("#quality-cancelled"));
            panel.click("#quality-examine");
            panel.await("another", () -> engine.data.jobs().size() == 2);
            engine.data.newest(Job.ExamineQuality.class).fail("a chunk is damaged");
            panel.await("why", () -> panel.isVisible("#quality-failed"));
            panel.click("#quality-try-again");
            panel.await("a third", () -> engine.data.jobs().size() == 3);
        }
    }

    @Test
    void otherHoursAreAnotherExamination(FxRobot robot) {
        try (PanelTester panel = examined(robot, Language.ENGLISH, 420)) {
            panel.click("#quality-anomalies");
            panel.await("without odd bars", () -> engine.data.jobs().size() == 2);
            panel.click("#quality-session")
                    .press(KeyCode.DOWN)
                    .press(KeyCode.DOWN)
                    .press(KeyCode.ENTER);
            panel.await(
                    "with US hours",
                    () -> engine.data
                            .jobs()
                            .getLast()
                            .equals(new Job.ExamineQuality(
                                    SampleData.BTC.instrument(),
                                    Timeframe.M1,
                                    new QualityChoices(SessionChoice.US_EQUITIES, false))));
        }
    }

    @Test
    void hidingEndsAnExaminationAndShowingBeginsItAnew(FxRobot robot) {
        try (PanelTester panel = examining(robot, Language.ENGLISH, 420)) {
            FakeData.FakeJob<?> first = engine.data.newest(Job.ExamineQuality.class);
            panel.run(panel.panel()::onHide);
            assertThat(first.isCancelled()).isTrue();
            panel.run(panel.panel()::onShow);
            panel.await("another", () -> engine.data.jobs().size() == 2);
        }
    }
}
