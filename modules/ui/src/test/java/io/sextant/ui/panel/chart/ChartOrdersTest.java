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
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderLeg;
import io.sextant.domain.order.OrderLink;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.domain.parent.ParentKind;
import io.sextant.domain.parent.ParentOrder;
import io.sextant.domain.parent.ParentStage;
import io.sextant.ui.chart.CandleSeries;
import io.sextant.ui.chart.OrderLine;
import io.sextant.ui.chart.PriceChart;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.testing.Edits;
import io.sextant.ui.testing.FakeBrackets;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
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
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @LanguageInTurn
    void exitsOfABracketSayWhatTheyBringAndCanBeDragged(Language language, FxRobot robot) {
        boolean english = language == Language.ENGLISH;
        try (PanelTester panel = open(robot, language)) {
            double last = panel.onFxThread(() -> {
                var series = chart(panel).getSeries();
                return series.close(series.endIndex() - 1);
            });
            Price entry = Price.of((long) last, 0);
            Price target = Price.of((long) last + 300, 0);
            Price stop = Price.of((long) last - 150, 0);
            placeExit(OrderType.limit(target), OrderLeg.TARGET);
            placeExit(new OrderType.Stop(stop), OrderLeg.STOP);
            engine.editDesk(desk -> Edits.withParents(desk, List.of(bracket(entry))));
            panel.await("the lines", () -> lines(panel).size() == 3);
            assertThat(lines(panel))
                    .extracting(OrderLine::text)
                    .satisfiesExactlyInAnyOrder(
                            said -> assertThat(said)
                                    .startsWith(
                                            english ? "Bracket #900 Buy 0.5 at " : "Ordre encadré #900 Achat 0,5 à "),
                            said -> assertThat(said)
                                    .isEqualTo(
                                            english
                                                    ? "Target Sell 0.5 · +150.00 USDT · 2.00 R"
                                                    : "Objectif Vente 0,5 · +150,00 USDT · 2,00 R"),
                            said -> assertThat(said)
                                    .isEqualTo(
                                            english
                                                    ? "Stop Sell 0.5 · \u221275.00 USDT"
                                                    : "Stop Vente 0,5 · \u221275,00 USDT"));

            drag(robot, panel, entry.toDouble(), 30);
            assertThat(robot.lookup("#amend-limit").tryQuery())
                    .as("the market made the entry")
                    .isEmpty();
            drag(robot, panel, stop.toDouble(), 20);
            panel.await("the form", () -> panel.isVisible("#amend-limit"));
            Price wanted = Price.parse(panel.text("#amend-limit").replace(',', '.'));
            assertThat(wanted).isLessThan(stop);
            robot.push(KeyCode.ENTER);
            panel.await(
                    "the amendment", () -> engine.submitted(AmendOrder.class).size() == 1);
            assertThat(engine.submitted(AmendOrder.class).getFirst().limit()).isEqualTo(wanted);
            panel.await(
                    "the stop there", () -> lines(panel).stream().anyMatch(line -> line.price() == wanted.toDouble()));
        }
    }

    @Test
    void aTrailingStopIsMovedByTheMarketAlone(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            Price trigger = panel.onFxThread(() -> {
                var series = chart(panel).getSeries();
                return Price.of((long) series.close(series.endIndex() - 1) - 100, 0);
            });
            placeExit(new OrderType.TrailingStop(new Trail.ByShare(50), trigger), OrderLeg.STOP);
            panel.await("the line", () -> lines(panel).size() == 1);
            assertThat(lines(panel).getFirst().movable()).isFalse();
            drag(robot, panel, trigger.toDouble(), 20);
            assertThat(robot.lookup("#amend-limit").tryQuery()).isEmpty();
        }
    }

    private static void drag(FxRobot robot, PanelTester panel, double price, double pixels) {
        robot.moveTo(at(panel, 300, panel.onFxThread(() -> chart(panel).yOf(price))))
                .press(MouseButton.PRIMARY)
                .moveBy(0, pixels)
                .release(MouseButton.PRIMARY);
    }

    private void placeExit(OrderType type, OrderLeg leg) {
        engine.submit(
                new CommandKey(leg.name()),
                new PlaceOrder(new OrderDraft(
                                FakeInstruments.BTC,
                                Side.SELL,
                                type,
                                Quantity.parse("0.5"),
                                TimeInForce.GOOD_TILL_CANCELLED,
                                OrderOrigin.ALGORITHM,
                                "")
                        .linkedTo(new OrderLink(FakeBrackets.NUMBER.value(), leg))));
    }

    private static ParentOrder bracket(Price average) {
        return new ParentOrder(
                FakeBrackets.NUMBER,
                ParentKind.BRACKET,
                FakeInstruments.BTC,
                Side.BUY,
                Quantity.parse("0.5"),
                Quantity.parse("0.5"),
                ParentStage.WORKING,
                "",
                average,
                average,
                average,
                Money.parse("1", Currency.USDT),
                FakeEngine.START_NANOS,
                0,
                FakeEngine.START_NANOS);
    }

    @Test
    void aClickOnAFillTellsTheLifeOfItsOrder(FxRobot robot) {
        try (PanelTester panel = open(robot)) {
            engine.submit(
                    new CommandKey("b"),
                    new PlaceOrder(OrderDraft.market(
                            FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET)));
            panel.await("the mark", () -> hasMark(panel, "Buy 0.5 at "));
            Point2D spot = panel.onFxThread(
                    () -> chart(panel).localToScreen(chart(panel).markSpot("Buy 0.5 at ")));

            robot.moveTo(spot).press(MouseButton.PRIMARY).moveBy(40, 0).release(MouseButton.PRIMARY);
            assertThat(robot.lookup("#life-head").tryQuery()).as("a drag").isEmpty();

            robot.clickOn(panel.onFxThread(
                    () -> chart(panel).localToScreen(chart(panel).markSpot("Buy 0.5 at "))));
            panel.await("the life", () -> panel.isVisible("#life-head"));
            assertThat(panel.text("#life-head")).startsWith("Order #1: buy 0.5 BTC-USDT at the market");
            robot.push(KeyCode.ESCAPE);
            panel.await(
                    "it is gone", () -> robot.lookup("#life-head").tryQuery().isEmpty());
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
        return open(robot, Language.ENGLISH);
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, ChartController::new, language, 900, 600);
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
