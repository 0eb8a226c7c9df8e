package io.sextant.ui.panel.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.BarSeries;
import io.sextant.domain.market.BarSeriesBuilder;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.request.Topic;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.FillMark;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.chart.style.ChartStyle;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.parts.MomentText;
import io.sextant.ui.shell.ShowTime;
import io.sextant.ui.signal.CrosshairMoved;
import io.sextant.ui.signal.LinkColour;
import io.sextant.ui.signal.ShowInChart;
import io.sextant.ui.signal.TradeInChart;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import io.sextant.ui.testing.TestDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartTimesTest {

    private static final InstrumentId ARCHIVED = InstrumentId.of("ARCHIVED");

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @Test
    void aReplayStartsStepsPlaysAndEnds(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            CandleSeries market = chart(panel).getSeries();
            panel.press(KeyCode.R);
            assertThat(panel.text("#replay-badge")).isEqualTo("REPLAY");
            int start = size(panel);
            assertThat(start).isLessThan(market.size());
            panel.press(KeyCode.N).click("#replay-step");
            assertThat(size(panel)).isEqualTo(start + 2);
            engine.step(120);
            assertThat(size(panel)).as("the market goes on unseen").isEqualTo(start + 2);

            long earlier = market.openTimeNanos(market.endIndex() - 40);
            panel.type("#replay-moment", MomentText.write(earlier, TestDesk.ZONE))
                    .press(KeyCode.ENTER);
            panel.await("the typed moment", () -> size(panel) == market.indexAtOrAfter(earlier));

            panel.click("#replay-speed-sixty").click("#replay-play");
            int before = size(panel);
            panel.await("it runs", () -> size(panel) > before + 5);
            panel.click("#replay-exit");
            assertThat(panel.isVisible("#replay-badge")).isFalse();
            assertThat(chart(panel).getSeries()).isSameAs(market);
        }
    }

    @Test
    void goesToATypedMomentAndToOneThatAnotherPanelWants(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            CandleSeries series = chart(panel).getSeries();
            long moment = series.openTimeNanos(series.firstIndex() + 200);
            panel.press(KeyCode.G);
            panel.type("#chart-moment", MomentText.write(moment, TestDesk.ZONE)).press(KeyCode.ENTER);
            assertThat(middle(panel)).isCloseTo(moment, within(120_000_000_000L));

            long other = series.openTimeNanos(series.firstIndex() + 400);
            panel.run(() -> panel.desk().context().signals().send(new ShowInChart(FakeInstruments.ETH, other)));
            panel.await(
                    "the other instrument",
                    () -> panel.desk().context().linkedInstrument().get().equals(FakeInstruments.ETH));
            panel.await("the moment", () -> Math.abs(middle(panel) - other) < 120_000_000_000L);
        }
    }

    @Test
    void goesToTheSeriesAndTheTimeOfAFinding(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            panel.run(() -> panel.panel().onOpen());
            CandleSeries series = chart(panel).getSeries();
            long from = series.openTimeNanos(series.firstIndex() + 380);
            long to = series.openTimeNanos(series.firstIndex() + 420);
            panel.run(() ->
                    panel.desk().context().signals().send(new ShowTime(FakeInstruments.ETH, Timeframe.M5, from, to)));
            panel.await(
                    "the other instrument",
                    () -> panel.desk().context().linkedInstrument().get().equals(FakeInstruments.ETH));
            panel.await("the stretch", () -> Math.abs(middle(panel) - (from + to) / 2) < 600_000_000_000L);
            assertThat(panel.find("#chart-timeframe-m5", ToggleButton.class).isSelected())
                    .isTrue();

            panel.run(() -> panel.panel().onClose());
        }
    }

    @ParameterizedTest
    @LanguageInTurn
    void goesToAFindingOfASeriesThatIsOnlyInTheArchiveAndBack(Language language, FxRobot robot) {
        engine.data.storeBars(ARCHIVED, Timeframe.H1, hours(400));
        try (PanelTester panel = open(robot, language)) {
            panel.run(() -> panel.panel().onOpen());
            long from = 200 * Timeframe.H1.nominalNanos();
            send(panel, new ShowTime(ARCHIVED, Timeframe.H1, from, from + 2 * Timeframe.H1.nominalNanos()));
            panel.await("its bars", () -> size(panel) == 400);
            assertThat(middle(panel))
                    .isCloseTo(from + Timeframe.H1.nominalNanos(), within(Timeframe.H1.nominalNanos()));
            assertThat(panel.text("#chart-visit"))
                    .startsWith(language == Language.ENGLISH ? "Only in the archive" : "Seulement dans les archives");
            assertThat(panel.desk().context().linkedInstrument().get())
                    .as("ladder and ticket stay with what is traded")
                    .isEqualTo(FakeInstruments.BTC);
            assertThat(engine.openTopics()).noneMatch(Topic.Bars.class::isInstance);

            panel.click("#chart-leave");
            panel.await("the market's bars", () -> size(panel) > 400);
            assertThat(panel.isVisible("#chart-visit")).isFalse();
            assertThat(engine.openTopics()).contains(new Topic.Bars(FakeInstruments.BTC, Timeframe.H1));

            send(panel, new ShowTime(ARCHIVED, Timeframe.H1, from, from));
            panel.await("its bars again", () -> size(panel) == 400);
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.ETH));
            panel.await("what the other panels turned to", () -> size(panel) > 400);
            panel.run(() -> panel.panel().onClose());
        }
    }

    @Test
    void marksATradeOfABacktestUntilItTurnsToAnotherInstrument(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            panel.run(() -> panel.panel().onOpen());
            ChartModel model = ((ChartController) panel.panel()).model();
            CandleSeries series = chart(panel).getSeries();
            long entry = series.openTimeNanos(series.firstIndex() + 380);
            long exit = series.openTimeNanos(series.firstIndex() + 420);
            TradeInChart trade =
                    new TradeInChart(FakeInstruments.ETH, Timeframe.M5, Side.SELL, 2, entry, 100, exit, 90);
            panel.run(() -> panel.desk().context().signals().send(trade));
            panel.await("its bars", () -> Math.abs(middle(panel) - (entry + exit) / 2) < 600_000_000_000L);
            assertThat(panel.desk().context().linkedInstrument().get()).isEqualTo(FakeInstruments.ETH);
            assertThat(model.timeframe().get()).isEqualTo(Timeframe.M5);
            assertThat(model.trade().get()).contains(trade);
            List<FillMark> marks = TradeMarks.of(trade, panel.desk().context().texts());
            assertThat(marks).extracting(FillMark::side).containsExactly(Side.SELL, Side.BUY);
            assertThat(marks).extracting(FillMark::timeNanos).containsExactly(entry, exit);
            assertThat(marks)
                    .as("told from what was really filled")
                    .allMatch(FillMark::tested)
                    .allMatch(mark -> mark.text().startsWith("Backtest"));
            panel.await(
                    "it is drawn",
                    () -> marks.stream().noneMatch(mark -> findSpot(panel, mark).isEmpty()));

            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.BTC));
            panel.await("the other instrument", () -> model.trade().get().isEmpty());
            panel.run(() -> panel.panel().onClose());
        }
    }

    private static Optional<Point2D> findSpot(PanelTester panel, FillMark mark) {
        try {
            return Optional.of(chart(panel).markSpot(mark.text()));
        } catch (NoSuchElementException notYet) {
            return Optional.empty();
        }
    }

    private static BarSeries hours(int count) {
        BarSeriesBuilder bars = new BarSeriesBuilder();
        for (int i = 0; i < count; i++) {
            bars.add(i * Timeframe.H1.nominalNanos(), 10 + i, 12 + i, 9 + i, 11 + i, 5);
        }
        return bars.build();
    }

    @Test
    void aPinnedChartSaysThatItKeepsItsInstrument(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            panel.run(() -> panel.panel().onOpen());
            panel.run(() -> ((ChartController) panel.panel()).model().pinned().set(true));
            send(panel, new ShowTime(ARCHIVED, Timeframe.H1, 0, 0));
            assertThat(Objects.requireNonNull(panel.desk()
                                    .context()
                                    .toasts()
                                    .latestProperty()
                                    .get())
                            .text())
                    .contains("ARCHIVED");
            assertThat(panel.isVisible("#chart-visit")).isFalse();
            panel.run(() -> panel.panel().onClose());
        }
    }

    private static void send(PanelTester panel, ShowTime stretch) {
        panel.run(() -> panel.desk().context().signals().send(stretch));
    }

    @Test
    void chartsOfAColourShareTheCrosshair(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            List<CrosshairMoved> told = new ArrayList<>();
            panel.run(() -> panel.desk().context().signals().on(CrosshairMoved.class, told::add));
            robot.moveTo(panel.onFxThread(() -> chart(panel).localToScreen(400, 200)));
            int hovered =
                    panel.onFxThread(() -> chart(panel).hoveredIndexProperty().get());
            assertThat(told.getLast().timeNanos())
                    .hasValue(chart(panel).getSeries().openTimeNanos(hovered));
            robot.moveTo(panel.onFxThread(() -> chart(panel).localToScreen(200, -20)));
            assertThat(told.getLast().timeNanos()).isEmpty();

            OptionalLong moment = OptionalLong.of(chart(panel).getSeries().openTimeNanos(hovered - 10));
            panel.run(() -> send(panel, LinkColour.ORANGE, moment));
            assertThat(panel.isVisible("#chart-linked-time")).isFalse();
            panel.run(() -> send(panel, LinkColour.BLUE, moment));
            assertThat(panel.isVisible("#chart-linked-time")).isTrue();
            panel.run(() -> send(panel, LinkColour.BLUE, OptionalLong.empty()));
            assertThat(panel.isVisible("#chart-linked-time")).isFalse();
        }
    }

    @Test
    void aTemplateBringsStudiesAndStyleToAnotherInstrument(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            ChartController controller = (ChartController) panel.panel();
            panel.press(KeyCode.S).click("#chart-style-bars").press(KeyCode.ESCAPE);
            panel.run(() -> runAction(controller, "chart.save-template"));
            panel.type("#chart-template-name", "Scalping").press(KeyCode.ENTER);
            panel.press(KeyCode.S).click("#chart-style-line").press(KeyCode.ESCAPE);
            assertThat(style(controller, panel)).isEqualTo(ChartStyle.LINE);
            panel.click("#chart-more")
                    .press(KeyCode.DOWN)
                    .press(KeyCode.RIGHT)
                    .press(KeyCode.DOWN)
                    .press(KeyCode.ENTER);
            assertThat(style(controller, panel)).isEqualTo(ChartStyle.BARS);
        }
    }

    @Test
    void copiesThePicture(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            panel.press(KeyCode.CONTROL, KeyCode.C);
            assertThat(panel.onFxThread(() -> Clipboard.getSystemClipboard().hasImage()))
                    .isTrue();
        }
    }

    private static void send(PanelTester panel, LinkColour colour, OptionalLong moment) {
        panel.desk()
                .context()
                .signals()
                .send(new CrosshairMoved(colour, "another chart", FakeInstruments.BTC, moment, 1));
    }

    private static void runAction(ChartController controller, String id) {
        controller.actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run();
    }

    private static ChartStyle style(ChartController controller, PanelTester panel) {
        return panel.onFxThread(() -> controller.model().setup().get().style());
    }

    private static int size(PanelTester panel) {
        return panel.onFxThread(() -> chart(panel).getSeries().size());
    }

    private static long middle(PanelTester panel) {
        return panel.onFxThread(() -> chart(panel).middleNanos());
    }

    private PanelTester open(FxRobot robot) {
        return open(robot, Language.ENGLISH);
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, ChartController::new, language, 900, 600);
        panel.await("bars", () -> !chart(panel).getSeries().isEmpty());
        panel.focus(chart(panel));
        return panel;
    }

    private static PriceChart chart(PanelTester panel) {
        return panel.find("#chart", PriceChart.class);
    }
}
