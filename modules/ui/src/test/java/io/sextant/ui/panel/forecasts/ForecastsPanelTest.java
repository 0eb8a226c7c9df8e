package io.sextant.ui.panel.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.ChangeSetting;
import io.sextant.domain.forecast.ForecastBoard;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Job;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.CurvePlot;
import io.sextant.ui.testing.FakeData.FakeJob;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ForecastsPanelTest {

    private static final String CHAMPION = "forecast.champion.BTC-USDT.1m";

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        return new PanelTester(robot, stage, engine, ForecastsController::new, language, 1_100, 720);
    }

    private PanelTester openReady(FxRobot robot, Language language, Optional<String> previous) {
        engine.data.forecast(SampleBoard.ready(close(), SampleBoard.LINEAR, previous));
        PanelTester panel = open(robot, language);
        panel.await("the verdict", () -> panel.isVisible("#forecasts-verdict"));
        return panel;
    }

    private double close() {
        BarSeries bars = engine.ask(new Query.Bars(FakeInstruments.BTC, Timeframe.M1, Long.MAX_VALUE, 2))
                .toCompletableFuture()
                .join();
        return bars.close()[0];
    }

    private static String in(Language language, String english, String french) {
        return language == Language.ENGLISH ? english : french;
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysInOneWordWhatTheForecastIsWorth(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language, Optional.empty())) {
            assertThat(panel.text("#forecasts-verdict")).isEqualTo(in(language, "No evidence", "Aucune preuve"));
            assertThat(panel.text("#forecasts-reason"))
                    .contains(in(
                            language,
                            "errors are 0.998 times those of the last price (p 0.41 after 5 trials)",
                            "erreurs valent 0,998 fois celles du dernier prix (p 0,41 après 5 essais)"));
            assertThat(panel.text("#forecasts-statement")).startsWith("linear");
            assertThat(panel.text("#forecasts-mode")).startsWith(in(language, "Simulated", "Marché simulé"));
            assertThat(panel.isVisible("#forecasts-yesterday")
                            && !panel.text("#forecasts-yesterday").isEmpty())
                    .isFalse();

            FanChart fan = panel.find("#forecasts-fan", FanChart.class);
            panel.focus(fan).press(KeyCode.END);
            panel.await("the values", () -> fan.readout().contains(in(language, "80 %: ", "80\u202f%\u00a0: ")));
            panel.press(KeyCode.HOME);
            panel.await("a close", () -> fan.readout().contains(in(language, "close", "clôture")));
        }
    }

    @Test
    void showsChartAndSkillSideBySideAtTheBottomOfTheWindow(FxRobot robot) {
        engine.data.forecast(SampleBoard.ready(close(), SampleBoard.LINEAR, Optional.empty()));
        try (PanelTester panel =
                new PanelTester(robot, stage, engine, ForecastsController::new, Language.ENGLISH, 1_200, 260)) {
            panel.await("the verdict", () -> panel.isVisible("#forecasts-verdict"));
            TableView<?> skill = panel.find("#forecasts-skill", TableView.class);
            FanChart fan = panel.find("#forecasts-fan", FanChart.class);
            panel.await("side by side", () -> skill.localToScene(0, 0).getX() > fan.getWidth());
            assertThat(skill.getHeight())
                    .as("room for two rows under the heading")
                    .isGreaterThan(70);
            assertThat(fan.getHeight()).isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsWhatChangedInADayThatItSaw(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language, Optional.empty())) {
            long later = FakeEngine.START_NANOS + 24 * 60 * SampleBoard.MINUTE_NANOS;
            engine.data.forecast(SampleBoard.ready(later, close(), SampleBoard.BOOSTED, Optional.empty()));
            panel.press(KeyCode.F5);
            panel.await(
                    "what changed",
                    () -> panel.text("#forecasts-yesterday")
                            .contains(in(
                                    language,
                                    "The champion was linear and is boosted.",
                                    "Le champion était linear\u202f; c’est maintenant boosted.")));
            assertThat(panel.text("#forecasts-yesterday")).contains(in(language, "+0.40 bps", "+0,40 pb"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void putsTheLastPriceFirstAndDrawsOtherModelsOnDemand(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language, Optional.empty())) {
            assertThat(panel.rows("#forecasts-skill")).isEqualTo(3);
            assertThat(panel.cell("#forecasts-skill", 0, "forecasts.column.model"))
                    .isEqualTo(in(language, "Last price", "Dernier prix"));
            assertThat(panel.cell("#forecasts-skill", 1, "forecasts.column.model"))
                    .isEqualTo("★ linear");
            assertThat(panel.cell("#forecasts-skill", 1, "forecasts.column.ratio"))
                    .isEqualTo(in(language, "0.998", "0,998"));
            assertThat(panel.cell("#forecasts-skill", 0, "forecasts.column.hits"))
                    .isEqualTo("–");
            assertThat(panel.cell("#forecasts-skill", 1, "forecasts.column.hits"))
                    .isEqualTo(in(language, "52.1% (47.6% to 56.5%)", "52,1\u202f% (47,6\u202f% à 56,5\u202f%)"));

            FanChart fan = panel.find("#forecasts-fan", FanChart.class);
            panel.click("#forecasts-draw-" + SampleBoard.BOOSTED);
            panel.focus(fan).press(KeyCode.END);
            panel.await("the other line", () -> fan.readout().contains("boosted"));
            panel.run(() -> panel.find("#forecasts-skill", TableView.class)
                    .getSelectionModel()
                    .select(2));
            panel.focus(panel.find("#forecasts-skill", TableView.class)).press(KeyCode.SPACE);
            panel.await("without it", () -> !fan.readout().contains("boosted"));
            assertThat(panel.find("#forecasts-draw-" + SampleBoard.LINEAR, CheckBox.class)
                            .isDisabled())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsCalibrationReasonsAndDriftInSentences(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language, Optional.empty())) {
            panel.click("#forecasts-tab-calibration");
            // The level that is furthest off is 0.9, where 0.884 fell below.
            assertThat(panel.text("#forecasts-calibration-about"))
                    .contains(in(language, "90.0%", "90,0\u202f%"), in(language, "1.6 points", "1,6 points"));
            CurvePlot plot = panel.find("#forecasts-calibration", CurvePlot.class);
            panel.focus(plot).press(KeyCode.HOME);
            assertThat(panel.onFxThread(plot::readout)).contains(in(language, "2.5%", "2,5\u202f%"));
            panel.click("#forecasts-tab-why");
            assertThat(panel.text("#forecasts-why-about"))
                    .contains(in(
                            language,
                            "ret_1 takes away 1.25 bps, and rsi_14 adds 0.75 bps",
                            "ret_1 retire 1,25 pb, et rsi_14 ajoute 0,75 pb"))
                    .contains(in(language, "−0.25 bps", "−0,25 pb"));
            panel.click("#forecasts-tab-drift");
            assertThat(panel.text("#forecasts-drift-alarm")).startsWith(in(language, "Alarm: the changes", "Alerte"));
            assertThat(panel.text("#forecasts-drift-stability")).contains(in(language, "0.31", "0,31"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void promotesTheChosenModelOnceItIsConfirmed(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language, Optional.empty())) {
            panel.click("#forecasts-tab-models");
            assertThat(panel.isDisabled("#forecasts-promote")).isTrue();
            assertThat(panel.isDisabled("#forecasts-back")).isTrue();
            choose(panel, "boosted");
            panel.click("#forecasts-promote");
            assertThat(panel.text("#forecasts-question")).contains("boosted", in(language, "1.041", "1,041"));
            panel.click("#forecasts-no");
            assertThat(champions()).isEmpty();
            panel.click("#forecasts-promote").press(KeyCode.ENTER);
            panel.await(
                    "the command", () -> champions().equals(List.of(new ChangeSetting(CHAMPION, SampleBoard.BOOSTED))));
            engine.data.forecast(SampleBoard.ready(close(), SampleBoard.BOOSTED, Optional.of(SampleBoard.LINEAR)));
            panel.await(
                    "the new champion",
                    () -> panel.text("#forecasts-verdict")
                            .equals(in(language, "Worse than the last price", "Pire que le dernier prix")));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void goesBackToTheChampionBefore(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language, Optional.of(SampleBoard.NAIVE))) {
            panel.click("#forecasts-tab-models").click("#forecasts-back");
            assertThat(panel.text("#forecasts-question"))
                    .startsWith(in(language, "Go back to “Last price”", "Revenir à «\u00a0Dernier prix\u00a0»"));
            panel.click("#forecasts-yes");
            panel.await(
                    "the command", () -> champions().equals(List.of(new ChangeSetting(CHAMPION, SampleBoard.NAIVE))));
        }
    }

    private static void choose(PanelTester panel, String model) {
        for (int row = 0; row < panel.rows("#forecasts-registry"); row++) {
            if (panel.cell("#forecasts-registry", row, "forecasts.column.model").equals(model)) {
                panel.clickNode(panel.cellNode("#forecasts-registry", row, "forecasts.column.model"));
                return;
            }
        }
        throw new AssertionError("no row of " + model);
    }

    private List<ChangeSetting> champions() {
        return engine.submitted(ChangeSetting.class).stream()
                .filter(one -> one.key().startsWith("forecast."))
                .toList();
    }

    @Test
    void aTrainingThatTheDeskBeganIsShownAndCanBeCancelled(FxRobot robot) {
        engine.data.forecast(SampleBoard.learning(close()));
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.await("its progress", () -> panel.isVisible("#forecasts-job"));
            FakeJob<ForecastBoard> job = engine.data.newest(Job.FollowTraining.class);
            assertThat(job.job()).isEqualTo(new Job.FollowTraining(FakeInstruments.BTC, Timeframe.M1));
            assertThat(panel.isDisabled("#forecasts-train")).isTrue();
            panel.click("#forecasts-job-cancel");
            assertThat(job.isCancelled()).isTrue();
            panel.await("the end", () -> !panel.isVisible("#forecasts-job"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void trainsWithProgressAndCancels(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language, Optional.empty())) {
            assertThat(panel.isVisible("#forecasts-job")).isFalse();
            panel.click("#forecasts-train");
            FakeJob<ForecastBoard> job = engine.data.newest(Job.TrainForecasts.class);
            assertThat(job.job()).isEqualTo(new Job.TrainForecasts(FakeInstruments.BTC, Timeframe.M1, List.of()));
            job.reach(0.4, 0);
            panel.await(
                    "the progress",
                    () -> panel.find("#forecasts-job-figures", Label.class)
                            .getText()
                            .contains("40"));
            assertThat(panel.isDisabled("#forecasts-train")).isTrue();
            panel.click("#forecasts-tab-training");
            assertThat(panel.cell("#forecasts-trainings", 1, "forecasts.column.state"))
                    .isEqualTo(in(language, "Running", "En cours"));
            assertThat(panel.text("#forecasts-losses-title")).contains("boosted");
            panel.click("#forecasts-job-cancel");
            assertThat(job.isCancelled()).isTrue();
            panel.await("the end", () -> !panel.isVisible("#forecasts-job"));
            assertThat(panel.isDisabled("#forecasts-train")).isFalse();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void goesFromOpeningOverTooFewBarsAndLearningToReady(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            panel.await("the opening", () -> panel.isVisible("#forecasts-stage-opening"));
            engine.data.forecast(SampleBoard.without(ForecastBoard.State.TOO_FEW_BARS, 12));
            panel.await("the count", () -> panel.isVisible("#forecasts-stage-few"));
            assertThat(panel.text("#forecasts-state"))
                    .isEqualTo(in(language, "Too few bars: 12 of 300", "Trop peu de barres\u00a0: 12 sur 300"));
            assertThat(panel.isDisabled("#forecasts-train")).isTrue();
            engine.data.forecast(SampleBoard.without(ForecastBoard.State.LEARNING, 300));
            engine.step(61);
            panel.await("the learning", () -> panel.isVisible("#forecasts-stage-learning"));
            engine.data.forecast(SampleBoard.ready(close(), SampleBoard.LINEAR, Optional.empty()));
            panel.await("the forecast", () -> panel.isVisible("#forecasts-verdict"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void asksNothingWhileItIsHidden(Language language, FxRobot robot) {
        engine.data.forecast(SampleBoard.without(ForecastBoard.State.LEARNING, 300));
        try (PanelTester panel = open(robot, language)) {
            long first = engine.asked(Query.Forecasts.class);
            panel.await("another question", () -> engine.asked(Query.Forecasts.class) > first);
            panel.run(() -> panel.panel().onHide());
            long hidden = engine.asked(Query.Forecasts.class);
            assertThat(engine.openTopics()).isEmpty();
            engine.step(61);
            // Longer than the second after which it would have asked.
            AtomicBoolean passed = new AtomicBoolean();
            PauseTransition pause = new PauseTransition(Duration.seconds(1.5));
            pause.setOnFinished(over -> passed.set(true));
            panel.run(pause::play);
            panel.await("a while", passed::get);
            assertThat(engine.asked(Query.Forecasts.class)).isEqualTo(hidden);
            panel.run(() -> panel.panel().onShow());
            panel.await("a question again", () -> engine.asked(Query.Forecasts.class) > hidden);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void saysWhyThereIsNothingAndAsksAgain(Language language, FxRobot robot) {
        engine.data.forecast(SampleBoard.ready(close(), SampleBoard.LINEAR, Optional.empty()));
        engine.leaveUnanswered(Query.Forecasts.class);
        try (PanelTester panel = open(robot, language)) {
            panel.await("the wait", () -> panel.isVisible("#forecasts-stage-opening"));
            engine.leaveUnanswered(Query.Books.class);
            engine.breakConnection("the line is down");
            panel.press(KeyCode.F5);
            panel.await("the failure", () -> panel.isVisible("#forecasts-stage-failed"));
            engine.healConnection();
            panel.click("#forecasts-again");
            panel.await("the forecast", () -> panel.isVisible("#forecasts-verdict"));
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void followsTheChosenBarsAndRemembersThem(Language language, FxRobot robot) {
        try (PanelTester panel = openReady(robot, language, Optional.empty())) {
            panel.click("#forecasts-timeframe").press(KeyCode.DOWN).press(KeyCode.ENTER);
            panel.await("the opening of the other series", () -> panel.isVisible("#forecasts-stage-opening"));
            panel.await(
                    "the remembered length",
                    () -> engine.submitted(ChangeSetting.class)
                            .contains(new ChangeSetting("ui.forecasts.timeframe", "5m")));
        }
    }
}
