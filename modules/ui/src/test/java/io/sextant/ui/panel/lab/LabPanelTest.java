package io.sextant.ui.panel.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.backtest.BacktestReport;
import io.sextant.domain.backtest.BacktestReport.Figures;
import io.sextant.domain.backtest.BacktestReport.Trade;
import io.sextant.domain.backtest.BacktestSetup;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.regime.RegimeName;
import io.sextant.domain.request.Job;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.NumberField;
import io.sextant.ui.signal.RunBacktestOf;
import io.sextant.ui.signal.TradeInChart;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LabPanelTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long FIRST_NANOS = 1_750_000_000_000_000_000L;

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, LabController::new, language, 1100, 680);
        panel.await("the strategies", () -> !panel.isDisabled("#lab-run"));
        return panel;
    }

    private static BacktestReport.Ran ran(BacktestSetup setup, double last) {
        int size = 120;
        long[] times = new long[size];
        double[] equity = new double[size];
        double[] holding = new double[size];
        Arrays.setAll(times, i -> FIRST_NANOS + i * DAY_NANOS);
        Arrays.setAll(equity, i -> 10_000 + (last - 10_000) * i / (size - 1) + 300 * Math.sin(i / 4.0));
        Arrays.setAll(holding, i -> 10_000 + 8 * i);
        InstrumentId of = setup.instruments().getFirst();
        return new BacktestReport.Ran(
                setup,
                new Figures(
                        2,
                        last,
                        last / 10_000 - 1,
                        0.12,
                        0.2,
                        0.6,
                        0.9,
                        1.1,
                        -0.08,
                        0.5,
                        Double.NaN,
                        0.7,
                        12.5,
                        0.0952),
                times,
                equity,
                holding,
                List.of(
                        new Trade(
                                of,
                                2,
                                times[10],
                                times[40],
                                100,
                                110,
                                1,
                                19,
                                0.095,
                                -0.02,
                                0.11,
                                "crossed-up fast=101.25 slow=100.5",
                                "crossed-down"),
                        new Trade(
                                of,
                                -2,
                                times[40],
                                times[90],
                                110,
                                115,
                                1,
                                -11,
                                -0.05,
                                -0.06,
                                0.01,
                                "crossed-down",
                                "own-thing")),
                "00ff",
                List.of(),
                setup.past().tellsNothing() ? Optional.empty() : Optional.of(new BacktestReport.Told(3, 0.25, 2)),
                setup.past().regimes()
                        ? List.of(
                                new BacktestReport.InRegime(Optional.of(RegimeName.TURBULENT), 40, -0.031, 0.012),
                                new BacktestReport.InRegime(Optional.empty(), 79, 0.131, 0.081))
                        : List.of(),
                7);
    }

    @ParameterizedTest
    @LanguageInTurn
    void runsWhatIsSetUpAndShowsItBesideHolding(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assertThat(nothing(panel)).isNotEmpty();
            panel.type("#lab-setting-fast", "7");
            panel.press(KeyCode.ENTER);
            panel.click("#lab-run");
            BacktestSetup setup = engine.data.newest(Job.RunBacktest.class).job() instanceof Job.RunBacktest(var wanted)
                    ? wanted
                    : null;
            assertThat(setup).isNotNull();
            assertThat(setup.strategy()).isEqualTo("sma-cross");
            assertThat(setup.values()).containsEntry("fast", 7.0).containsEntry("slow", 30.0);
            assertThat(setup.instruments()).hasSize(1);
            assertThat(panel.isDisabled("#lab-run")).as("one at a time").isTrue();

            engine.data.newest(Job.RunBacktest.class).finish(ran(setup, 11_000));
            panel.await("the result", () -> panel.isVisible("#lab-figure-return"));
            var figures = panel.desk().context().texts().figures();
            assertThat(panel.text("#lab-figure-return")).isEqualTo(figures.percent(10, 2));
            assertThat(panel.text("#lab-figure-holding")).isEqualTo(figures.percent(9.52, 2));
            assertThat(panel.text("#lab-figure-factor")).as("no loss, no ratio").isEqualTo("\u2013");
            picture(panel, "result", language);
            assertThat(engine.submitted()).isEmpty();
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void tellsEachTradeWithItsReasonAndShowsItInTheChart(Language language, FxRobot robot) {
        List<TradeInChart> shown = new ArrayList<>();
        try (PanelTester panel = open(robot, language)) {
            panel.run(() -> panel.desk().context().signals().on(TradeInChart.class, shown::add));
            panel.click("#lab-run");
            var job = engine.data.newest(Job.RunBacktest.class);
            job.finish(ran(((Job.RunBacktest) job.job()).setup(), 11_000));
            panel.await("the result", () -> panel.isVisible("#lab-figure-return"));
            panel.click("#lab-tab-trades");
            panel.await("the trades", () -> panel.rows("#lab-trades") == 2);
            String why = panel.cell("#lab-trades", 0, "lab.column.why");
            assertThat(why).doesNotContain("crossed-up").contains("fast");
            assertThat(new LabWords(panel.desk().context().texts()).reason("own-thing 3"))
                    .as("a reason of somebody's own strategy")
                    .isEqualTo("own-thing");
            picture(panel, "trades", language);
            panel.clickNode(panel.cellNode("#lab-trades", 0, "lab.column.instrument"));
            panel.press(KeyCode.ENTER);
            assertThat(shown).hasSize(1);
            assertThat(shown.getFirst().entryNanos()).isEqualTo(FIRST_NANOS + 10 * DAY_NANOS);
            assertThat(shown.getFirst().exitNanos()).isEqualTo(FIRST_NANOS + 40 * DAY_NANOS);
            assertThat(shown.getFirst().timeframe()).as("that of the run").isEqualTo(Timeframe.H1);
            assertThat(shown.getFirst().entered()).isEqualTo(Side.BUY);
        }
    }

    @Test
    void runsWhatWasAskedForElsewhereNextAndNothingInItsPlace(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.run(() -> panel.panel().onOpen());
            panel.click("#lab-run");
            var first = engine.data.newest(Job.RunBacktest.class);
            panel.run(() -> panel.desk()
                    .context()
                    .signals()
                    .send(new RunBacktestOf("buy-and-hold", Optional.of(FakeInstruments.SOL))));
            first.finish(ran(((Job.RunBacktest) first.job()).setup(), 11_000));
            panel.await("the one asked for", () -> engine.data.newest(Job.RunBacktest.class) != first);
            var second = engine.data.newest(Job.RunBacktest.class);
            BacktestSetup setup = ((Job.RunBacktest) second.job()).setup();
            assertThat(setup.strategy()).isEqualTo("buy-and-hold");
            assertThat(setup.instruments()).containsExactly(FakeInstruments.SOL);
            second.finish(ran(setup, 11_000));
            panel.await("it can run", () -> !panel.isDisabled("#lab-run"));

            panel.run(() -> panel.desk()
                    .context()
                    .signals()
                    .send(new RunBacktestOf("buy-and-hold", Optional.of(InstrumentId.of("MILK-USDT")))));
            panel.await("it says why not", () -> nothing(panel).startsWith("MILK-USDT cannot be tested here"));
            assertThat(engine.data.newest(Job.RunBacktest.class)).isSameAs(second);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void comparesRunsAndCountsTheTries(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            for (double last : new double[] {11_000, 9_000}) {
                panel.click("#lab-run");
                var job = engine.data.newest(Job.RunBacktest.class);
                job.finish(ran(((Job.RunBacktest) job.job()).setup(), last));
                panel.await("it ended", () -> !panel.isDisabled("#lab-run"));
            }
            panel.click("#lab-tab-runs");
            panel.await("both runs", () -> panel.rows("#lab-runs") == 2);
            assertThat(panel.text("#lab-tries")).contains("2");
            picture(panel, "runs", language);
            panel.type("#lab-setting-slow", "55");
            panel.press(KeyCode.ENTER);
            panel.clickNode(panel.cellNode("#lab-runs", 1, "lab.column.strategy"));
            panel.click("#lab-again");
            panel.click("#lab-run");
            assertThat(((Job.RunBacktest)
                                    engine.data.newest(Job.RunBacktest.class).job())
                            .setup()
                            .values())
                    .as("as in the run before")
                    .containsEntry("slow", 30.0);
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void asksWhatADeskOfThenTellsAndShowsHowTheRunFaredInEachRegime(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            assertThat(panel.isVisible("#lab-past-models"))
                    .as("what asks for no forecasts is told none")
                    .isFalse();
            ComboBox<?> strategies = panel.find("#lab-strategy", ComboBox.class);
            panel.run(() -> strategies.getSelectionModel().select(3));
            panel.await("the models", () -> panel.isVisible("#lab-past-models"));
            panel.run(() -> panel.find("#lab-past-models", TextField.class).setText("theta,  garch"));
            panel.run(panel.find("#lab-past-regimes", CheckBox.class)::fire);
            panel.click("#lab-run");
            var job = engine.data.newest(Job.RunBacktest.class);
            BacktestSetup setup = ((Job.RunBacktest) job.job()).setup();
            assertThat(setup.past()).isEqualTo(new BacktestSetup.Past(List.of("theta", "garch"), true, 500));
            job.finish(ran(setup, 11_000));
            panel.await("what was told", () -> panel.isVisible("#lab-told"));
            var texts = panel.desk().context().texts();
            assertThat(panel.text("#lab-told"))
                    .contains("theta, garch", texts.figures().percent(25, 2));
            assertThat(panel.onFxThread(() -> panel.find("#lab-regimes", FlowPane.class).getChildren().stream()
                            .map(Node::getAccessibleText)
                            .collect(Collectors.joining(" "))))
                    .contains(texts.get("regimes.name.TURBULENT"), texts.get("lab.regime.untold"))
                    .contains(texts.figures().percent(-3.1, 2), texts.figures().percent(1.2, 2));
            picture(panel, "told", language);
            panel.click("#lab-tab-runs");
            panel.await("the run", () -> panel.rows("#lab-runs") == 1);
            assertThat(panel.cell("#lab-runs", 0, "lab.column.past")).contains("theta, garch");
        }
    }

    @Test
    void saysWhyThereIsNothingToSeeAndKeepsTheRunBefore(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#lab-run");
            var job = engine.data.newest(Job.RunBacktest.class);
            BacktestSetup setup = ((Job.RunBacktest) job.job()).setup();
            job.finish(new BacktestReport.TooFewBars(setup, FakeInstruments.HALO, 12, 50));
            panel.await("the reason", () -> nothing(panel).contains("12"));
            assertThat(nothing(panel)).contains("HALO", "50");
            panel.click("#lab-run");
            engine.data.newest(Job.RunBacktest.class).fail("the disk is full");
            panel.await("the failure", () -> nothing(panel).contains("the disk is full"));
            panel.click("#lab-run");
            panel.click("#lab-job-cancel");
            panel.await("it is over", () -> !panel.isDisabled("#lab-run"));
        }
    }

    @Test
    void marksAValueThatCannotBeAndKeepsTheOneThatStands(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.type("#lab-setting-fast", "0.5");
            panel.press(KeyCode.ENTER);
            assertThat(panel.find("#lab-setting-fast", NumberField.class).getPseudoClassStates())
                    .anyMatch(state -> state.getPseudoClassName().equals("danger"));
            panel.click("#lab-run");
            assertThat(((Job.RunBacktest)
                                    engine.data.newest(Job.RunBacktest.class).job())
                            .setup()
                            .values())
                    .containsEntry("fast", 10.0);
        }
    }

    @Test
    void asksForAsManyInstrumentsAsTheStrategyTrades(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            ComboBox<?> strategies = panel.find("#lab-strategy", ComboBox.class);
            assertThat(strategies.getItems()).hasSize(4);
            panel.run(() -> strategies.getSelectionModel().select(2));
            panel.await("two are needed", () -> panel.isVisible("#lab-needed"));
            assertThat(panel.isDisabled("#lab-run")).isTrue();
            assertThat(panel.text("#lab-needed")).contains("2");
            panel.click("#lab-on-" + FakeInstruments.HALO.symbol());
            panel.click("#lab-on-" + FakeInstruments.NIMB.symbol());
            panel.await("it can run", () -> !panel.isDisabled("#lab-run"));
        }
    }

    private static String nothing(PanelTester panel) {
        return panel.find("#lab-nothing", VBox.class).getChildren().stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining());
    }

    private void picture(PanelTester panel, String name, Language language) {
        String folder = System.getProperty("sextant.pictures", "");
        if (!folder.isEmpty()) {
            panel.onFxThread(() -> ImageIO.write(
                    SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null),
                    "png",
                    new File(folder, "lab-" + name + "-" + language.name().toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
