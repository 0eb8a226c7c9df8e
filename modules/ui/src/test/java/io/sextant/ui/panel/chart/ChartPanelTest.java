package io.sextant.ui.panel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.Timeframe;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Query;
import io.sextant.domain.request.Topic;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartPanelTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, ChartController::new, language, 900, 500);
        panel.await("bars", () -> !series(panel).isEmpty());
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void showsTheBarsOfTheLinkedInstrumentAndFollowsThem(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            int loaded = panel.onFxThread(() -> series(panel).size());
            engine.step(120);
            panel.await("two more minutes", () -> series(panel).size() == loaded + 2);
            double last = engine.ask(new Query.Market(FakeInstruments.BTC))
                    .toCompletableFuture()
                    .join()
                    .last()
                    .orElseThrow()
                    .toDouble();
            panel.await(
                    "the last price", () -> series(panel).close(series(panel).endIndex() - 1) == last);
            panel.run(() -> panel.desk().context().linkedInstrument().set(FakeInstruments.HALO));
            panel.await(
                    "the other instrument",
                    () -> series(panel).close(series(panel).endIndex() - 1) < 1_000);
            assertThat(panel.text("#chart-timeframe-d1")).isEqualTo(language == Language.ENGLISH ? "1d" : "1j");
        }
    }

    @Test
    void keysAndButtonsChooseTheTimeframe(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.focus(panel.find("#chart", PriceChart.class)).press(KeyCode.DIGIT8);
            assertThat(engine.openTopics()).contains(new Topic.Bars(FakeInstruments.BTC, Timeframe.H1));
            panel.press(KeyCode.W);
            assertThat(engine.openTopics())
                    .contains(new Topic.Bars(FakeInstruments.BTC, Timeframe.W1))
                    .doesNotContain(new Topic.Bars(FakeInstruments.BTC, Timeframe.H1));
            panel.click("#chart-timeframe-s5");
            assertThat(engine.openTopics()).contains(new Topic.Bars(FakeInstruments.BTC, Timeframe.S5));
            panel.await("five-second bars", () -> !series(panel).isEmpty());
            CandleSeries shown = series(panel);
            assertThat(shown.openTimeNanos(1) - shown.openTimeNanos(0)).isEqualTo(Timeframe.S5.nominalNanos());
        }
    }

    @Test
    void remembersTheTimeframe(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            panel.click("#chart-timeframe-h4");
            assertThat(panel.desk().context().settings().find("ui.chart.timeframe"))
                    .contains("4h");
        }
    }

    @Test
    void marksOwnOrdersAndFills(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            engine.submit(
                    new CommandKey("a"),
                    new PlaceOrder(OrderDraft.market(
                            FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET)));
            engine.submit(
                    new CommandKey("b"),
                    new PlaceOrder(OrderDraft.limit(
                            FakeInstruments.BTC,
                            Side.BUY,
                            Quantity.parse("0.5"),
                            Price.parse("60000"),
                            OrderOrigin.TICKET)));
            ChartController controller = (ChartController) panel.panel();
            panel.await(
                    "the order's line", () -> controller.model().orders().get().size() == 1);
            panel.await(
                    "the fill's arrow", () -> controller.model().fills().get().size() == 1);
        }
    }

    private static CandleSeries series(PanelTester panel) {
        return panel.find("#chart", PriceChart.class).getSeries();
    }
}
