package io.sextant.ui.panel.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.dataset.MarkedStretch;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.OrderLine;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.Edits;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.PanelTester;
import java.util.List;
import java.util.NoSuchElementException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChartOrdersTest {

    private final FakeEngine engine = new FakeEngine();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    @Test
    void aDraggedLineAsksAndOnlyEnterAmends(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            double limit = placeBelowTheMarket(panel);
            Point2D line = at(panel, 300, panel.onFxThread(() -> chart(panel).yOf(limit)));
            robot.moveTo(line).press(MouseButton.PRIMARY).moveBy(0, 40);
            robot.push(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
            assertThat(robot.lookup("#amend-limit").tryQuery())
                    .as("Escape while dragging")
                    .isEmpty();

            robot.moveTo(line).press(MouseButton.PRIMARY).moveBy(0, 40).release(MouseButton.PRIMARY);
            panel.await("the form", () -> panel.isVisible("#amend-limit"));
            assertThat(Double.parseDouble(panel.text("#amend-limit"))).isLessThan(limit);
            assertThat(engine.submitted(AmendOrder.class)).isEmpty();
            robot.push(KeyCode.ESCAPE);
            panel.await(
                    "the form is gone",
                    () -> robot.lookup("#amend-limit").tryQuery().isEmpty());
            assertThat(lines(panel)).extracting(OrderLine::price).containsExactly(limit);

            robot.moveTo(line).press(MouseButton.PRIMARY).moveBy(0, 40).release(MouseButton.PRIMARY);
            panel.await("the form", () -> panel.isVisible("#amend-limit"));
            String wanted = panel.text("#amend-limit");
            robot.push(KeyCode.ENTER);
            panel.await(
                    "the amendment", () -> engine.submitted(AmendOrder.class).size() == 1);
            assertThat(engine.submitted(AmendOrder.class).getFirst().limit()).isEqualTo(Price.parse(wanted));
        }
    }

    @Test
    void enterOnTheButtonThatLeavesTheOrderAsItIsSendsNothing(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            double limit = placeBelowTheMarket(panel);
            robot.moveTo(at(panel, 300, panel.onFxThread(() -> chart(panel).yOf(limit))))
                    .press(MouseButton.PRIMARY)
                    .moveBy(0, 40)
                    .release(MouseButton.PRIMARY);
            panel.await("the form", () -> panel.isVisible("#amend-limit"));
            robot.push(KeyCode.TAB);
            panel.await(
                    "the focus",
                    () -> robot.lookup("#amend-leave")
                            .tryQuery()
                            .filter(Node::isFocused)
                            .isPresent());
            robot.push(KeyCode.ENTER);
            panel.await(
                    "the form is gone",
                    () -> robot.lookup("#amend-leave").tryQuery().isEmpty());
            assertThat(engine.submitted(AmendOrder.class)).isEmpty();
            assertThat(lines(panel)).extracting(OrderLine::price).containsExactly(limit);
        }
    }

    @Test
    void barsThatWereMendedAreAskedForAgain(FxRobot robot) {
        long minute = 60_000_000_000L;
        long end = engine.nowNanos() / minute * minute - 5 * minute;
        engine.editDesk(desk -> Edits.withMode(desk, TradingMode.PAPER));
        engine.data.mark(List.of(new MarkedStretch(end - 6 * minute, end, "the desk was not running")));
        try (PanelTester panel = open(robot)) {
            panel.await("the band", () -> hasMark(panel, "Not to be trusted"));
            CandleSeries bad = panel.onFxThread(() -> chart(panel).getSeries());
            engine.data.mark(List.of());
            engine.step(30);
            panel.await("the bars again", () -> chart(panel).getSeries() != bad);
            assertThat(hasMark(panel, "Not to be trusted")).isFalse();
        }
    }

    @Test
    void newsAndFillsTellThemselvesUnderTheMouse(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            engine.submit(
                    new CommandKey("b"),
                    new PlaceOrder(OrderDraft.market(
                            FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET)));
            long now = engine.nowNanos();
            engine.push(new HeadlinePublished(
                    engine.nextPosition(),
                    now,
                    new Headline(
                            now - 1_200_000_000_000L,
                            List.of(FakeInstruments.BTC),
                            "unknown",
                            List.of(),
                            "Miners move coins",
                            "wire")));
            ChartController controller = (ChartController) panel.panel();
            panel.await("the headline", () -> controller.model().news().get().size() == 1);
            panel.await("the fill", () -> controller.model().fills().get().size() == 1);
            assertThat(tipAt(robot, panel, "Miners")).contains("Miners move coins");
            assertThat(tipAt(robot, panel, "Buy")).startsWith("Buy 0.5 at ");
        }
    }

    @Test
    void saysThatAFeedIsSilentUntilItIsBack(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            feed(FeedChanged.FeedStatus.STALE);
            panel.await("the notice", () -> panel.isVisible("#chart-notice"));
            assertThat(panel.text("#chart-notice")).contains("sim").contains("silent");
            feed(FeedChanged.FeedStatus.CONNECTED);
            panel.await("the notice is gone", () -> !panel.isVisible("#chart-notice"));
        }
    }

    @Test
    void barsThatCannotBeLoadedCanBeAskedForAgain(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            engine.breakConnection("gone");
            panel.press(KeyCode.DIGIT8);
            panel.await("the way to try again", () -> panel.isVisible("#chart-retry"));
            engine.healConnection();
            panel.click("#chart-retry");
            panel.await("bars", () -> !chart(panel).getSeries().isEmpty());
            assertThat(panel.isVisible("#chart-retry")).isFalse();
        }
    }

    @Test
    void timesThatAreNotToBeTrustedAreABandThatSaysSo(FxRobot robot) {
        long minute = 60_000_000_000L;
        long end = engine.nowNanos() / minute * minute - 5 * minute;
        engine.editDesk(desk -> Edits.withMode(desk, TradingMode.PAPER));
        engine.data.mark(List.of(new MarkedStretch(end - 6 * minute, end, "the desk was not running")));
        try (PanelTester panel = open(robot)) {
            panel.await("the band", () -> hasMark(panel, "Not to be trusted"));
            assertThat(tipAt(robot, panel, "Not to be trusted")).contains("The venue\u2019s own bars take its place");
        }
    }

    private static boolean hasMark(PanelTester panel, String start) {
        return panel.onFxThread(() -> {
            try {
                return chart(panel).markSpot(start) != null;
            } catch (NoSuchElementException notYet) {
                return false;
            }
        });
    }

    private double placeBelowTheMarket(PanelTester panel) {
        double last = panel.onFxThread(() -> {
            var series = chart(panel).getSeries();
            return series.close(series.endIndex() - 1);
        });
        double limit = Math.rint(last * 0.998);
        engine.submit(
                new CommandKey("a"),
                new PlaceOrder(OrderDraft.limit(
                        FakeInstruments.BTC,
                        Side.BUY,
                        Quantity.parse("0.5"),
                        Price.of((long) limit, 0),
                        OrderOrigin.TICKET)));
        panel.await("the line", () -> lines(panel).size() == 1);
        return limit;
    }

    private static List<OrderLine> lines(PanelTester panel) {
        return panel.onFxThread(() -> chart(panel).getOrderLines());
    }

    private static String tipAt(FxRobot robot, PanelTester panel, String start) {
        Point2D spot = panel.onFxThread(() -> chart(panel).markSpot(start));
        robot.moveTo(panel.onFxThread(() -> chart(panel).localToScreen(spot)));
        return robot.lookup("#chart-mark-tip").<Text>query().getText();
    }

    private void feed(FeedChanged.FeedStatus status) {
        engine.push(new FeedChanged(engine.nextPosition(), engine.nowNanos(), "sim", status, ""));
    }

    private PanelTester open(FxRobot robot) {
        PanelTester panel = new PanelTester(robot, stage, engine, ChartController::new, Language.ENGLISH, 900, 600);
        panel.await("bars", () -> !chart(panel).getSeries().isEmpty());
        panel.focus(chart(panel));
        return panel;
    }

    private static Point2D at(PanelTester panel, double x, double y) {
        return panel.onFxThread(() -> chart(panel).localToScreen(x, y));
    }

    private static PriceChart chart(PanelTester panel) {
        return panel.find("#chart", PriceChart.class);
    }
}
