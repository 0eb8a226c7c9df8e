package io.sextant.ui.panel.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.order.Trail;
import io.sextant.domain.request.Answer;
import io.sextant.domain.request.MarketState;
import io.sextant.domain.request.OrderPreview;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.TestDesk;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketModelTest {

    private static final CommandKey KEY = new CommandKey("first");

    private final FakeEngine engine = new FakeEngine();
    private final Texts texts = new Texts(Language.ENGLISH, TestDesk.ZONE);
    private final TicketModel model = new TicketModel(texts);
    private final TicketHand hand = new TicketHand(model, texts);

    @BeforeEach
    void showBitcoin() {
        show(FakeInstruments.BTC);
    }

    @Test
    void asksForWhatIsMissingInOrder() {
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.NO_PRICE));
        model.price().set("64000");
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.NO_SIZE));
        model.size().set("much");
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.SIZE_UNREADABLE));
        model.size().set("0.5");
        assertThat(draft())
                .isEqualTo(OrderDraft.limit(
                        FakeInstruments.BTC,
                        Side.BUY,
                        Quantity.parse("0.5"),
                        Price.parse("64000"),
                        OrderOrigin.TICKET));
    }

    @Test
    void saysByWhichRuleOfTheInstrumentItCannotBe() {
        model.price().set("64000.05");
        model.size().set("0.5");
        assertThat(refusal()).isEqualTo(RefusalCode.OFF_TICK);
        model.price().set("64000.1");
        model.size().set("0.000001");
        assertThat(refusal()).isEqualTo(RefusalCode.OFF_LOT);
        model.price().set("0");
        assertThat(refusal()).isEqualTo(RefusalCode.PRICE_NOT_POSITIVE);
        show(FakeInstruments.SX40);
        assertThat(refusal()).isEqualTo(RefusalCode.NOT_TRADABLE);
    }

    @Test
    void reckonsWholeLotsFromAValueAtTheLimit() {
        model.price().set("64000");
        model.sizeMode().set(SizeMode.VALUE);
        model.size().set("1000");
        assertThat(draft().quantity()).isEqualTo(Quantity.parse("0.01562"));
        model.size().set("0.5");
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.SIZE_BELOW_ONE_LOT));
    }

    @Test
    void reckonsAShareOfEquityAtTheTouchForMarketOrders() {
        model.kind().set(OrderKind.MARKET);
        hand.size(new SizePreset(SizeMode.EQUITY_SHARE, BigDecimal.TEN));
        assertThat(model.sizeMode().get()).isEqualTo(SizeMode.EQUITY_SHARE);
        double ask = market().depth().asks().getFirst().price().toDouble();
        assertThat(draft().quantity().toDouble() * ask).isBetween(99_999.0, 100_000.0);
        assertThat(draft().type()).isEqualTo(OrderType.market());
        assertThat(draft().timeInForce()).isEqualTo(TimeInForce.IMMEDIATE_OR_CANCEL);
    }

    @Test
    void anOrderUntilAMomentNeedsOneThatCanBeReadInTheReadersZone() {
        model.price().set("64000");
        model.size().set("1");
        model.lasting().timeInForce().set(TimeInForce.GOOD_TILL_DATE);
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.END_UNREADABLE));
        model.lasting().ends().set("tomorrow");
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.END_UNREADABLE));

        model.lasting().ends().set("2030-01-02 03:04");
        long ends = LocalDateTime.of(2030, 1, 2, 3, 4)
                .atZone(texts.zoneProperty().get())
                .toEpochSecond();
        assertThat(draft().handling().endsNanos()).isEqualTo(ends * 1_000_000_000L);
    }

    @Test
    void whatTheOrderMayNotDoFitsItsKind() {
        model.price().set("64000");
        model.size().set("1");
        model.lasting().postOnly().set(true);
        model.lasting().reduceOnly().set(true);
        assertThat(draft().handling()).isEqualTo(new OrderHandling(true, true, 0));

        model.lasting().timeInForce().set(TimeInForce.FILL_OR_KILL);
        assertThat(draft().handling()).isEqualTo(new OrderHandling(false, true, 0));
        model.kind().set(OrderKind.MARKET);
        assertThat(draft().handling()).isEqualTo(new OrderHandling(false, true, 0));
        assertThat(draft().timeInForce()).isEqualTo(TimeInForce.FILL_OR_KILL);
    }

    @Test
    void aStopWithALimitOfItsOwnIsAStopLimit() {
        model.kind().set(OrderKind.STOP);
        model.size().set("1");
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.TRIGGER_UNREADABLE));
        model.waiting().trigger().set("65000");
        assertThat(draft().type()).isEqualTo(new OrderType.Stop(Price.parse("65000")));
        model.price().set("65100.5");
        assertThat(draft().type()).isEqualTo(new OrderType.StopLimit(Price.parse("65000"), Price.parse("65100.5")));
        model.lasting().timeInForce().set(TimeInForce.FILL_OR_KILL);
        assertThat(draft().timeInForce()).as("what waits has to stay").isEqualTo(TimeInForce.GOOD_TILL_CANCELLED);
    }

    @Test
    void aTrailingStopStaysBehindByAShareOrAnAmountOnTheTick() {
        model.kind().set(OrderKind.TRAILING);
        model.size().set("1");
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.DISTANCE_UNREADABLE));
        model.waiting().distance().set("1.5");
        assertThat(draft().type()).isEqualTo(OrderType.trailing(new Trail.ByShare(150)));
        model.waiting().measure().set(WaitingModel.Measure.AMOUNT);
        assertThat(draft().type()).isEqualTo(OrderType.trailing(new Trail.ByAmount(Price.parse("1.5"))));
        model.waiting().distance().set("1.55");
        assertThat(model.entry().get()).isEqualTo(new TicketEntry.Incomplete(TicketEntry.Gap.DISTANCE_UNREADABLE));
    }

    @Test
    void stepsByTicksAndLotsAndStartsAtTheTouch() {
        hand.stepPrice(1);
        assertThat(draftPrice(model.price().get()))
                .isEqualTo(market().depth().asks().getFirst().price());
        model.price().set("64000.13");
        hand.stepPrice(1);
        assertThat(model.price().get()).isEqualTo("64000.2");
        hand.stepSize(3);
        assertThat(model.size().get()).isEqualTo("0.00003");
        hand.stepSize(-10);
        assertThat(model.size().get()).isEqualTo("0");
    }

    @Test
    void aPriceFromTheLadderMakesALadderOrderUntilItIsEdited() {
        model.size().set("1");
        hand.fill(Price.parse("63999.9"), Optional.of(Side.SELL));
        assertThat(model.price().get()).isEqualTo("63999.9");
        assertThat(draft().side()).isEqualTo(Side.SELL);
        assertThat(draft().origin()).isEqualTo(OrderOrigin.LADDER);
        model.price().set("63999.8");
        assertThat(draft().origin()).isEqualTo(OrderOrigin.TICKET);
    }

    @Test
    void staysTheSameNumberWhenTheLanguageChanges() {
        model.price().set("64000.5");
        model.size().set("1.125");
        texts.languageProperty().set(Language.FRENCH);
        assertThat(model.price().get()).isEqualTo("64000,5");
        assertThat(model.size().get()).isEqualTo("1,125");
        texts.languageProperty().set(Language.ENGLISH);
        assertThat(model.size().get()).isEqualTo("1.125");
        assertThat(draft().quantity()).isEqualTo(Quantity.parse("1.125"));
    }

    @Test
    void bindsTheConfirmationToTheDraftEvenWhenTheMarketMovesOn() {
        model.kind().set(OrderKind.MARKET);
        model.sizeMode().set(SizeMode.VALUE);
        model.size().set("100000");
        OrderDraft asked = draft();
        model.confirm(KEY);

        engine.setLast(FakeInstruments.BTC, "80000");
        model.update(market());
        assertThat(draft().quantity()).isNotEqualTo(asked.quantity());
        assertThat(model.stage().get()).isEqualTo(new TicketStage.Confirming(KEY, TicketAct.alone(asked)));
        assertThat(model.send()).contains(new TicketStage.Sending(KEY, TicketAct.alone(asked)));
    }

    @Test
    void aConfirmationLapsesWithAnyEdit() {
        order();
        model.confirm(KEY);
        model.size().set("0.6");
        assertThat(model.stage().get()).isEqualTo(new TicketStage.Editing());
        assertThat(model.send()).isEmpty();
        model.confirm(KEY);
        model.price().set("63000");
        assertThat(model.stage().get()).isEqualTo(new TicketStage.Editing());
        model.confirm(KEY);
        model.side().set(Side.SELL);
        assertThat(model.stage().get()).isEqualTo(new TicketStage.Editing());
        model.confirm(KEY);
        show(FakeInstruments.ETH);
        assertThat(model.stage().get()).isEqualTo(new TicketStage.Editing());
    }

    @Test
    void aPreviewOfAnEarlierEditIsNotTaken() {
        order();
        PreviewWish early = model.previewWish().orElseThrow();
        model.size().set("0.7");
        model.previewed(early, preview(early.draft()), Optional.empty());
        assertThat(model.preview().get()).isEmpty();
        PreviewWish now = model.previewWish().orElseThrow();
        model.previewed(now, preview(now.draft()), Optional.empty());
        assertThat(model.preview().get()).contains(preview(now.draft()));
        assertThat(model.previewCurrent().get()).isTrue();
    }

    @Test
    void theGatesNoKeepsTheConfirmationShutAndEndsAnOpenOne() {
        order();
        model.confirm(KEY);
        PreviewWish wish = model.previewWish().orElseThrow();
        model.previewed(wish, refused(wish.draft()), Optional.empty());
        assertThat(model.stage().get()).isEqualTo(new TicketStage.Editing());
        assertThat(model.mayConfirm()).isFalse();
        assertThat(model.refusal()).isPresent();
        model.size().set("0.1");
        assertThat(model.mayConfirm()).as("an edit may have cured it").isTrue();
    }

    @Test
    void sendsAgainUnderTheSameKeyWhenNoAnswerCame() {
        order();
        model.confirm(KEY);
        TicketStage.Sending first = model.send().orElseThrow();
        assertThat(model.send()).as("a second yes while the first is under way").isEmpty();
        model.unanswered(KEY, "gone");
        assertThat(model.send()).contains(first);
        model.answered(KEY, new Answer.Done(9, Optional.of(new OrderId(3))));
        assertThat(model.stage().get()).isInstanceOf(TicketStage.Sent.class);
    }

    @Test
    void followsTheOrderEvenWhenItsEventsComeBeforeTheAnswer() {
        order();
        model.kind().set(OrderKind.MARKET);
        model.confirm(KEY);
        OrderDraft draft = ((TicketAct.Send) model.send().orElseThrow().act()).draft();
        Answer answer =
                engine.submit(KEY, new PlaceOrder(draft)).toCompletableFuture().join();
        engine.ask(new Query.OrderHistory(1))
                .toCompletableFuture()
                .join()
                .forEach(life -> model.orderChanged(life.order()));
        model.answered(KEY, answer);
        assertThat(model.stage().get())
                .isInstanceOfSatisfying(
                        TicketStage.Sent.class,
                        sent -> assertThat(sent.order().orElseThrow().filled()).isEqualTo(draft.quantity()));
    }

    @Test
    void closesExactlyWhatIsHeld() {
        engine.submit(
                new CommandKey("buy"),
                new PlaceOrder(
                        OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.75"), OrderOrigin.TICKET)));
        model.update(engine.desk());
        hand.closePosition();
        assertThat(draft())
                .isEqualTo(
                        OrderDraft.market(FakeInstruments.BTC, Side.SELL, Quantity.parse("0.75"), OrderOrigin.TICKET));
    }

    private void show(InstrumentId id) {
        model.show(FakeInstruments.CATALOG.findInstrument(id));
        model.update(engine.desk());
        model.update(engine.ask(new Query.Market(id)).toCompletableFuture().join());
    }

    private void order() {
        model.price().set("64000");
        model.size().set("0.5");
    }

    private MarketState market() {
        return engine.ask(new Query.Market(FakeInstruments.BTC))
                .toCompletableFuture()
                .join();
    }

    private OrderPreview preview(OrderDraft draft) {
        return engine.ask(new Query.Preview(draft)).toCompletableFuture().join();
    }

    private OrderPreview refused(OrderDraft draft) {
        OrderPreview passing = preview(draft);
        return new OrderPreview(
                passing.expectedPrice(),
                passing.notional(),
                passing.fee(),
                passing.cashNeeded(),
                passing.positionBefore(),
                passing.positionAfter(),
                Optional.of(Refusal.of(RefusalCode.KILL_SWITCH, "test")));
    }

    private OrderDraft draft() {
        assertThat(model.entry().get()).isInstanceOf(TicketEntry.Ready.class);
        return ((TicketEntry.Ready) model.entry().get()).draft();
    }

    private RefusalCode refusal() {
        assertThat(model.entry().get()).isInstanceOf(TicketEntry.Refused.class);
        return ((TicketEntry.Refused) model.entry().get()).refusal().code();
    }

    private static Price draftPrice(String typed) {
        return Price.parse(typed);
    }
}
