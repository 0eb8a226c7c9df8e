package io.sextant.store.tables;

import io.sextant.domain.codec.EventCodec;
import io.sextant.domain.codec.SessionCodec;
import io.sextant.domain.event.AccountMarked;
import io.sextant.domain.event.EngineStarted;
import io.sextant.domain.event.Event;
import io.sextant.domain.event.FeedChanged;
import io.sextant.domain.event.HeadlinePublished;
import io.sextant.domain.event.KillSwitchChanged;
import io.sextant.domain.event.OrderChanged;
import io.sextant.domain.event.OrderFilled;
import io.sextant.domain.event.OrderRefused;
import io.sextant.domain.event.SettingChanged;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.journal.Journal;
import io.sextant.domain.journal.RecordKind;
import io.sextant.domain.journal.StateBytes;
import io.sextant.domain.market.Headline;
import io.sextant.domain.market.Side;
import io.sextant.domain.market.TradingMode;
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
import io.sextant.domain.order.Refusal;
import io.sextant.domain.order.RefusalCode;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.session.SessionTerms;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** A desk that trades at random and writes what happens into a journal, as an engine would; it remembers all it wrote. */
public final class SampleDesk {

    private static final Instrument BTC = new SpotPair(
            InstrumentId.of("BTC-USDT"),
            "Bitcoin",
            Currency.BTC,
            Currency.USDT,
            TradingRules.of("0.01", "0.00001"),
            FeeSchedule.FREE);
    private static final Instrument ETH = new SpotPair(
            InstrumentId.of("ETH-USDT"),
            "Ether",
            Currency.ETH,
            Currency.USDT,
            TradingRules.of("0.01", "0.0001"),
            FeeSchedule.FREE);

    static final SessionTerms TERMS = new SessionTerms(
            TradingMode.SIMULATED,
            7,
            1_700_000_000_000_000_000L,
            "a test",
            Currency.USDT,
            List.of(),
            List.of(Money.parse("1000000", Currency.USDT)),
            CostBasis.FIRST_IN_FIRST_OUT,
            new InstrumentCatalog(List.of(BTC, ETH)));

    private final Journal journal;
    private final SeededRandom random;
    private final StateBytes bytes = new StateBytes();
    private final List<Order> open = new ArrayList<>();
    private final List<Event> written = new ArrayList<>();
    private long nextOrder = 1;
    private long nextTrade = 1;
    private long timeNanos = TERMS.startNanos();

    /** Begins the session when the journal is new. */
    public SampleDesk(Journal journal, long seed) {
        this.journal = journal;
        random = new SeededRandom(seed);
        if (journal.lastPosition() == 0) {
            SessionCodec.write(bytes, TERMS);
            journal.append(RecordKind.SESSION, 0, bytes.array(), bytes.size());
        } else {
            nextOrder = 1_000_000 + journal.lastPosition();
        }
    }

    public List<Event> written() {
        return written;
    }

    /** At least so many facts more. */
    public void live(int facts) {
        int until = written.size() + facts;
        while (written.size() < until) {
            timeNanos += random.nextInt(1_000_000_000);
            step();
        }
    }

    private void step() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> submit();
            case 3, 4, 5, 6 -> trade();
            case 7 -> cancel();
            case 8 -> write(new AccountMarked(next(), timeNanos, money(), money(), money(), money(), money()));
            case 9 -> write(new HeadlinePublished(next(), timeNanos, headline()));
            case 10 ->
                write(new SettingChanged(next(), timeNanos, "ui.key" + random.nextInt(10), "v" + random.nextInt()));
            default -> somethingRare();
        }
    }

    private void somethingRare() {
        switch (random.nextInt(5)) {
            case 0 -> write(new EngineStarted(next(), timeNanos, TradingMode.SIMULATED, 7, random.nextInt(), 0, ""));
            case 1 ->
                write(new OrderRefused(
                        next(), timeNanos, draft(), Refusal.of(RefusalCode.KILL_SWITCH, "because of a test")));
            case 2 -> write(new KillSwitchChanged(next(), timeNanos, random.nextBoolean(), "a test"));
            case 3 -> write(new FeedChanged(next(), timeNanos, "feed", FeedChanged.FeedStatus.CONNECTED, "a test"));
            default -> journal.append(RecordKind.COMMAND, next(), new byte[10], random.nextInt(10));
        }
    }

    private void submit() {
        Order order = new Order(
                new OrderId(nextOrder++),
                draft(),
                OrderState.SUBMITTED,
                Quantity.ZERO,
                Money.zero(Currency.USDT),
                timeNanos,
                timeNanos);
        change(order, OrderState.SUBMITTED, "");
        Order accepted = inState(order, OrderState.ACCEPTED);
        change(accepted, OrderState.SUBMITTED, "resting");
        open.add(accepted);
    }

    private OrderDraft draft() {
        Instrument instrument = random.nextBoolean() ? BTC : ETH;
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        Quantity quantity = instrument.quantityOf(1 + random.nextInt(1_000));
        OrderDraft draft = random.nextInt(4) == 0
                ? OrderDraft.market(instrument.id(), side, quantity, OrderOrigin.TICKET)
                : OrderDraft.limit(instrument.id(), side, quantity, price(instrument), OrderOrigin.STRATEGY);
        return new OrderDraft(
                draft.instrument(),
                draft.side(),
                draft.type(),
                draft.quantity(),
                draft.timeInForce(),
                draft.origin(),
                "reason " + random.nextInt(100));
    }

    private Price price(Instrument instrument) {
        return instrument.priceOf(1_000_000 + random.nextInt(100_000));
    }

    private void trade() {
        if (open.isEmpty()) {
            return;
        }
        int at = random.nextInt(open.size());
        Order order = open.get(at);
        Instrument instrument = TERMS.instruments().getInstrument(order.terms().instrument());
        long lots = 1 + random.nextLong(instrument.lotsOf(order.remaining()));
        Price price = price(instrument);
        Money notional = instrument.notional(instrument.ticksOf(price), lots);
        boolean feeInBase = order.terms().side() == Side.BUY && random.nextInt(3) == 0;
        Money fee = feeInBase
                ? Money.of(
                        lots * instrument.positionUnitsPerLot() / 1_000,
                        instrument == BTC ? Currency.BTC : Currency.ETH)
                : Money.of(notional.units() / 1_000 - random.nextInt(2), Currency.USDT);
        write(new OrderFilled(
                next(),
                timeNanos,
                new Fill(
                        nextTrade++,
                        order.id(),
                        instrument.id(),
                        order.terms().side(),
                        price,
                        instrument.quantityOf(lots),
                        notional,
                        fee,
                        random.nextBoolean(),
                        timeNanos)));
        Quantity filled = order.filled().plus(instrument.quantityOf(lots));
        boolean done = filled.equals(order.terms().quantity());
        Order after = new Order(
                order.id(),
                order.terms(),
                done ? OrderState.FILLED : OrderState.PARTLY_FILLED,
                filled,
                order.filledNotional().plus(notional),
                order.createdNanos(),
                timeNanos);
        change(after, order.state(), "traded");
        if (done) {
            open.remove(at);
        } else {
            open.set(at, after);
        }
    }

    private void cancel() {
        if (!open.isEmpty()) {
            Order order = open.remove(random.nextInt(open.size()));
            change(inState(order, OrderState.CANCELLED), order.state(), "no longer wanted");
        }
    }

    private Order inState(Order order, OrderState state) {
        return new Order(
                order.id(),
                order.terms(),
                state,
                order.filled(),
                order.filledNotional(),
                order.createdNanos(),
                timeNanos);
    }

    private void change(Order order, OrderState from, String reason) {
        write(new OrderChanged(next(), timeNanos, order, from, reason));
    }

    private Money money() {
        return Money.of(random.nextLong() >> 8, Currency.USDT);
    }

    private Headline headline() {
        return new Headline(
                timeNanos - random.nextInt(1_000),
                List.of(BTC.id(), ETH.id()),
                "template." + random.nextInt(5),
                List.of("one", "two"),
                "Something happened " + random.nextInt(),
                "a test");
    }

    private long next() {
        return journal.lastPosition() + 1;
    }

    private void write(Event event) {
        bytes.clear();
        EventCodec.write(bytes, event);
        journal.append(RecordKind.FACT, event.position() * 2, bytes.array(), bytes.size());
        written.add(event);
    }
}
