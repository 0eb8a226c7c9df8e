package io.sextant.ui.panel.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CancelOrder;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.shell.PanelIds;
import io.sextant.ui.signal.PriceChosen;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.LanguageInTurn;
import io.sextant.ui.testing.PanelTester;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LadderPanelTest {

    private static final Instrument BITCOIN = FakeInstruments.CATALOG.getInstrument(FakeInstruments.BTC);

    private final FakeEngine engine = new FakeEngine();
    private final List<PriceChosen> chosen = new ArrayList<>();
    private Stage stage;

    @Start
    void takeStage(Stage primary) {
        stage = primary;
    }

    private PanelTester open(FxRobot robot, Language language) {
        PanelTester panel = new PanelTester(robot, stage, engine, LadderController::new, language, 360, 560);
        panel.run(() -> panel.desk().context().signals().on(PriceChosen.class, chosen::add));
        panel.await("the book", () -> bestBidRow(panel).isPresent());
        return panel;
    }

    @ParameterizedTest
    @LanguageInTurn
    void aClickInTheBidsFillsTheirPriceToBuyAndInTheAsksToSell(Language language, FxRobot robot) {
        try (PanelTester panel = open(robot, language)) {
            Node row = bestBidRow(panel).orElseThrow();
            Price shown = priceOn(panel, row, language);
            panel.clickAt(row, 0.3 * 360, 11);
            panel.clickAt(row, 0.7 * 360, 11);
            panel.clickAt(row, 0.5 * 360, 11);
            assertThat(chosen)
                    .containsExactly(
                            new PriceChosen(BITCOIN.id(), shown, Optional.of(Side.BUY)),
                            new PriceChosen(BITCOIN.id(), shown, Optional.of(Side.SELL)),
                            new PriceChosen(BITCOIN.id(), shown, Optional.empty()));
        }
    }

    @Test
    void opensTheTicketWhenNobodyTakesThePrice(FxRobot robot) {
        try (PanelTester panel =
                new PanelTester(robot, stage, engine, LadderController::new, Language.ENGLISH, 360, 560)) {
            panel.await("the book", () -> bestBidRow(panel).isPresent());
            panel.clickAt(bestBidRow(panel).orElseThrow(), 0.5 * 360, 11);
            assertThat(panel.desk().shownPanels()).containsExactly(PanelIds.TICKET);
        }
    }

    @Test
    void theKeyboardChoosesAPriceAndASide(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            Node grid = panel.find("#ladder-grid", Node.class);
            panel.focus(grid).press(KeyCode.DOWN).press(KeyCode.DOWN).press(KeyCode.B);
            panel.press(KeyCode.UP).press(KeyCode.UP).press(KeyCode.S);
            assertThat(chosen).hasSize(2);
            assertThat(chosen.getFirst().side()).contains(Side.BUY);
            assertThat(chosen.getLast().side()).contains(Side.SELL);
            assertThat(chosen.getLast().price()).isGreaterThan(chosen.getFirst().price());
            assertThat(panel.onFxThread(grid::getAccessibleText)).contains("bid");
        }
    }

    @Test
    void marksOwnOrdersAndDeleteCancelsThoseAtTheCursor(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            Price limit = BITCOIN.priceOf(BITCOIN.ticksOf(bestBid()) - 40);
            engine.submit(
                    new CommandKey("mine"),
                    new PlaceOrder(OrderDraft.limit(
                            BITCOIN.id(), Side.BUY, Quantity.parse("0.25"), limit, OrderOrigin.TICKET)));
            panel.await("own order on the ladder", () -> ownLabel(panel).isPresent());
            assertThat(panel.onFxThread(() -> ownLabel(panel).orElseThrow().getText()))
                    .isEqualTo("0.25000");
            panel.clickNode(ownLabel(panel).orElseThrow().getParent()).press(KeyCode.DELETE);
            assertThat(engine.submitted(CancelOrder.class)).containsExactly(new CancelOrder(new OrderId(1)));
            panel.await("the mark is gone", () -> ownLabel(panel).isEmpty());
        }
    }

    @Test
    void scrollingHoldsTheWindowAndCRecentresIt(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            Node grid = panel.find("#ladder-grid", Node.class);
            panel.focus(grid).press(KeyCode.DOWN);
            for (int i = 0; i < 4; i++) {
                panel.press(KeyCode.PAGE_UP);
            }
            panel.await("the market is out of sight", () -> bestBidRow(panel).isEmpty());
            panel.press(KeyCode.C);
            panel.await("the market is back", () -> bestBidRow(panel).isPresent());
            panel.focus(grid).press(KeyCode.PAGE_UP).press(KeyCode.PAGE_UP).press(KeyCode.PAGE_UP);
            panel.click("#ladder-recentre");
            panel.await("the market is back again", () -> bestBidRow(panel).isPresent());
        }
    }

    @Test
    void ticksARowCanBeChosen(FxRobot robot) {
        try (PanelTester panel = open(robot, Language.ENGLISH)) {
            String automatic = panel.text("#ladder-step");
            panel.click("#ladder-coarser");
            assertThat(panel.text("#ladder-step")).isNotEqualTo(automatic);
            panel.click("#ladder-step");
            panel.awaitText("#ladder-step", automatic);
            panel.switchTo(Language.FRENCH);
            assertThat(panel.text("#ladder-step")).endsWith("échelons");
        }
    }

    private Price bestBid() {
        return engine.ask(new Query.Market(BITCOIN.id()))
                .toCompletableFuture()
                .join()
                .depth()
                .bids()
                .getFirst()
                .price();
    }

    private static Optional<Node> bestBidRow(PanelTester panel) {
        return panel.find("#ladder-grid", Node.class).lookupAll(".ladder-row").stream()
                .filter(row -> row.isVisible()
                        && row.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("best-bid")))
                .findFirst();
    }

    private static Optional<Labeled> ownLabel(PanelTester panel) {
        return panel.find("#ladder-grid", Node.class).lookupAll(".ladder-own").stream()
                .filter(label -> label.isVisible() && label.getParent().isVisible())
                .map(Labeled.class::cast)
                .findFirst();
    }

    private static Price priceOn(PanelTester panel, Node row, Language language) {
        String text = panel.onFxThread(() -> ((Labeled) row.lookup(".ladder-price")).getText());
        String plain = language == Language.ENGLISH
                ? text.replace(",", "")
                : text.replace("\u202f", "").replace(',', '.');
        return Price.parse(plain);
    }
}
