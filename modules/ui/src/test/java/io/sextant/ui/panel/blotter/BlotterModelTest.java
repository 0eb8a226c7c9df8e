package io.sextant.ui.panel.blotter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.command.AmendOrder;
import io.sextant.domain.command.CommandKey;
import io.sextant.domain.command.PlaceOrder;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderState;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.request.OrderLife;
import io.sextant.domain.request.Query;
import io.sextant.ui.i18n.Language;
import io.sextant.ui.i18n.Texts;
import io.sextant.ui.parts.AmendModel;
import io.sextant.ui.testing.FakeEngine;
import io.sextant.ui.testing.FakeInstruments;
import io.sextant.ui.testing.TestDesk;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlotterModelTest {

    private final FakeEngine engine = new FakeEngine();
    private final Texts texts = new Texts(Language.ENGLISH, TestDesk.ZONE);
    private final BlotterWords words = new BlotterWords(FakeInstruments.CATALOG, texts);
    private final BlotterModel model = new BlotterModel();

    @Test
    void makesOneLifeOfWhatQueriesAndEventsTellTwice() {
        place(limit("60000"));
        place(limit("61000"));
        place(OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET));
        load();
        engine.events().forEach(model::happened);

        assertThat(model.history()).hasSize(3);
        for (OrderLife life :
                engine.ask(new Query.OrderHistory(10)).toCompletableFuture().join()) {
            assertThat(model.history()).anyMatch(row -> row.get().equals(new HistoryRow.Lived(life)));
        }
        assertThat(model.fills()).hasSize(1);
    }

    @Test
    void eventsAloneTellTheSameAsQueries() {
        place(limit("60000"));
        place(OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("0.5"), OrderOrigin.TICKET));
        engine.events().forEach(model::happened);
        BlotterModel loaded = new BlotterModel();
        loaded.loaded(
                engine.ask(new Query.OrderHistory(10)).toCompletableFuture().join(),
                engine.ask(new Query.Fills(10)).toCompletableFuture().join(),
                List.of());
        assertThat(values(model)).containsExactlyInAnyOrderElementsOf(values(loaded));
    }

    @Test
    void listsWhatTheGateRefused() {
        place(OrderDraft.market(FakeInstruments.BTC, Side.BUY, Quantity.parse("900"), OrderOrigin.TICKET));
        load();
        engine.events().forEach(model::happened);
        assertThat(model.history()).hasSize(1);
        assertThat(words.reason(model.history().getFirst().get())).contains("is above the limit");
        assertThat(words.state(model.history().getFirst().get())).isEqualTo("refused");
    }

    @Test
    void workingRowsStayTheSameWhileTheyChange() {
        place(limit("60000"));
        model.update(engine.desk());
        var row = model.working().getFirst();
        engine.submit(
                new CommandKey("amend"), new AmendOrder(new OrderId(1), Quantity.parse("0.2"), Price.parse("59000")));
        model.update(engine.desk());
        assertThat(model.working().getFirst()).isSameAs(row);
        assertThat(row.get().terms().type()).isEqualTo(OrderType.limit(Price.parse("59000")));
    }

    @Test
    void filtersByAnyWordTheReaderSees() {
        place(limit("60000"));
        place(OrderDraft.market(FakeInstruments.HALO, Side.SELL, Quantity.parse("10"), OrderOrigin.TICKET));
        load();
        model.filter("sell halo", words);
        assertThat(model.history()).hasSize(1);
        model.filter("working", words);
        assertThat(model.history()).hasSize(1);
        texts.languageProperty().set(Language.FRENCH);
        model.filter("vente", words);
        assertThat(model.history()).hasSize(1);
        model.filter("", words);
        assertThat(model.history()).hasSize(2);
    }

    @Test
    void writesFillsExactlyAndQuotesWhatNeedsIt() {
        Fill fill = new Fill(
                12,
                new OrderId(3),
                FakeInstruments.BTC,
                Side.BUY,
                Price.parse("64250.1"),
                Quantity.parse("0.00001"),
                Money.of(64_250_100, Currency.USDT),
                Money.of(5, Currency.BTC),
                true,
                FakeEngine.START_NANOS + 123_456_789);
        assertThat(BlotterCsv.fills(List.of(fill)))
                .isEqualTo(
                        "trade,order,time_utc,instrument,side,quantity,price,notional,currency,fee,fee_currency,liquidity\r\n"
                                + "12,3,2026-11-20T14:30:00.123456789Z,BTC-USDT,BUY,0.00001,64250.1,0.64250100,USDT,"
                                + "0.0000000005,BTC,MAKER\r\n");

        OrderDraft draft = new OrderDraft(
                FakeInstruments.BTC,
                Side.SELL,
                OrderType.market(),
                Quantity.parse("1"),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                OrderOrigin.STRATEGY,
                "says \"now\", twice");
        Order order =
                new Order(new OrderId(4), draft, OrderState.ACCEPTED, Quantity.ZERO, Money.zero(Currency.USDT), 0, 0);
        assertThat(BlotterCsv.working(List.of(order))).endsWith(",STRATEGY,,SINGLE,\"says \"\"now\"\", twice\"\r\n");
        Refusal refusal = Refusal.of(RefusalCode.KILL_SWITCH, "a, b");
        assertThat(BlotterCsv.history(List.of(new HistoryRow.Refused(new OrderRefused(1, 0, draft, refusal)))))
                .endsWith("REFUSED,2018,\"The kill switch is on: a, b\"\r\n");
    }

    @Test
    void aCsvDoesNotDependOnTheReadersLanguage() {
        place(limit("60000.5"));
        load();
        List<HistoryRow> rows = values(model);
        String english = BlotterCsv.history(rows);
        texts.languageProperty().set(Language.FRENCH);
        assertThat(BlotterCsv.history(rows))
                .isEqualTo(english)
                .contains("60000.5")
                .contains(",SUBMITTED,ACCEPTED,");
    }

    @Test
    void anAmendFollowsTheRulesOfTheInstrument() {
        place(limit("60000"));
        Order order = engine.desk().workingOrders().getFirst();
        Instrument bitcoin = FakeInstruments.CATALOG.getInstrument(FakeInstruments.BTC);
        AmendModel amend = new AmendModel(order, Price.parse("60000"), bitcoin, texts);
        assertThat(amend.problem().get()).isEmpty();
        amend.limit().set("60000.05");
        assertThat(amend.problem().get()).contains("tick");
        assertThat(amend.command()).isEmpty();
        amend.stepLimit(1);
        assertThat(amend.limit().get()).isEqualTo("60000.1");
        amend.quantity().set("0,3");
        assertThat(amend.command()).isEmpty();
        amend.quantity().set("0.3");
        assertThat(amend.command()).contains(new AmendOrder(order.id(), Quantity.parse("0.3"), Price.parse("60000.1")));
    }

    private OrderDraft limit(String price) {
        return OrderDraft.limit(
                FakeInstruments.BTC, Side.BUY, Quantity.parse("0.1"), Price.parse(price), OrderOrigin.TICKET);
    }

    private void place(OrderDraft draft) {
        engine.submit(new CommandKey("k"), new PlaceOrder(draft));
    }

    private void load() {
        List<Event> newest =
                engine.ask(new Query.NewestEvents(100)).toCompletableFuture().join();
        model.loaded(
                engine.ask(new Query.OrderHistory(100)).toCompletableFuture().join(),
                engine.ask(new Query.Fills(100)).toCompletableFuture().join(),
                newest);
    }

    private static List<HistoryRow> values(BlotterModel model) {
        return model.history().stream().map(row -> row.get()).toList();
    }
}
