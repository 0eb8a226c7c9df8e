package io.sextant.execution.gate;

import io.sextant.domain.instrument.Equity;
import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.Future;
import io.sextant.domain.instrument.Index;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.TimeInForce;
import java.util.List;

/** A desk whose every figure a test can set, with one instrument of each kind. */
final class Desk implements GateView {

    static final int BTC = 0;
    static final int ACME = 1;
    static final int ES = 2;
    static final int INDEX = 3;
    static final int UNLIMITED = 4;

    static final InstrumentId BTC_ID = InstrumentId.of("BTC-USDT");
    static final InstrumentId ACME_ID = InstrumentId.of("ACME");
    static final InstrumentId ES_ID = InstrumentId.of("ES-2026Z");
    static final InstrumentId INDEX_ID = InstrumentId.of("SX100");
    static final InstrumentId UNLIMITED_ID = InstrumentId.of("NOLIMIT");

    static final InstrumentCatalog CATALOG = new InstrumentCatalog(List.of(
            new SpotPair(
                    BTC_ID,
                    "Bitcoin",
                    Currency.BTC,
                    Currency.USDT,
                    new TradingRules(Price.parse("0.01"), Quantity.parse("0.0001"), Quantity.parse("0.0005")),
                    FeeSchedule.tenthsOfBps(50, 100)),
            new Equity(ACME_ID, "Acme", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE),
            new Future(
                    ES_ID,
                    "E-mini",
                    Currency.USD,
                    TradingRules.of("0.25", "1"),
                    FeeSchedule.FREE,
                    50,
                    1_797_000_000_000_000_000L),
            new Index(INDEX_ID, "Index", Currency.USD, TradingRules.of("0.01", "1")),
            new Equity(UNLIMITED_ID, "Nobody set me", Currency.USD, TradingRules.of("0.01", "1"), FeeSchedule.FREE)));

    static final RiskLimits LIMITS = new RiskLimits(List.of(
            new InstrumentLimits(
                    BTC_ID, Quantity.parse("2"), Money.parse("100000", Currency.USDT), 500, Quantity.parse("3")),
            new InstrumentLimits(
                    ACME_ID, Quantity.parse("1000"), Money.parse("100000", Currency.USD), 500, Quantity.parse("1500")),
            new InstrumentLimits(
                    ES_ID, Quantity.parse("10"), Money.parse("3000000", Currency.USD), 500, Quantity.parse("20")),
            new InstrumentLimits(
                    INDEX_ID, Quantity.parse("10"), Money.parse("100000", Currency.USD), 500, Quantity.parse("20"))));

    final long[] bid = new long[CATALOG.size()];
    final long[] ask = new long[CATALOG.size()];
    final long[] last = new long[CATALOG.size()];
    final long[] position = new long[CATALOG.size()];
    final long[] buyLots = new long[CATALOG.size()];
    final long[] sellLots = new long[CATALOG.size()];
    final long[] buyTickLots = new long[CATALOG.size()];
    final long[] sellTickLots = new long[CATALOG.size()];
    final long[] free = new long[CATALOG.size()];
    int working;
    boolean feedIsGone;

    /** BTC at 50,000, ACME at 100, ES at 5,000, a million free everywhere. */
    Desk() {
        quote(BTC, "49999.99", "50000.01");
        quote(ACME, "99.99", "100.01");
        quote(ES, "4999.75", "5000.25");
        quote(INDEX, "99.99", "100.01");
        quote(UNLIMITED, "99.99", "100.01");
        for (int i = 0; i < free.length; i++) {
            free(i, "1000000");
        }
    }

    Desk quote(int instrument, String bidPrice, String askPrice) {
        bid[instrument] = ticks(instrument, bidPrice);
        ask[instrument] = ticks(instrument, askPrice);
        return this;
    }

    Desk noQuote(int instrument) {
        bid[instrument] = 0;
        ask[instrument] = 0;
        return this;
    }

    Desk free(int instrument, String amount) {
        free[instrument] = Money.parse(amount, CATALOG.get(instrument).quote()).units();
        return this;
    }

    Desk holds(int instrument, String signedQuantity) {
        boolean isShort = signedQuantity.startsWith("-");
        long lots = lots(instrument, isShort ? signedQuantity.substring(1) : signedQuantity);
        position[instrument] = isShort ? -lots : lots;
        return this;
    }

    Desk works(int instrument, Side side, String quantity, String price) {
        long lots = lots(instrument, quantity);
        long tickLots = lots * ticks(instrument, price);
        if (side == Side.BUY) {
            buyLots[instrument] += lots;
            buyTickLots[instrument] += tickLots;
        } else {
            sellLots[instrument] += lots;
            sellTickLots[instrument] += tickLots;
        }
        working++;
        return this;
    }

    static long ticks(int instrument, String price) {
        return CATALOG.get(instrument).ticksOf(Price.parse(price));
    }

    static long lots(int instrument, String quantity) {
        return CATALOG.get(instrument).lotsOf(Quantity.parse(quantity));
    }

    static OrderDraft limit(InstrumentId id, Side side, String quantity, String price) {
        return OrderDraft.limit(id, side, Quantity.parse(quantity), Price.parse(price), OrderOrigin.TICKET);
    }

    static OrderDraft immediate(InstrumentId id, Side side, String quantity, String price) {
        return new OrderDraft(
                id,
                side,
                OrderType.limit(Price.parse(price)),
                Quantity.parse(quantity),
                TimeInForce.IMMEDIATE_OR_CANCEL,
                OrderOrigin.TICKET,
                "");
    }

    static OrderDraft market(InstrumentId id, Side side, String quantity) {
        return OrderDraft.market(id, side, Quantity.parse(quantity), OrderOrigin.TICKET);
    }

    @Override
    public boolean feedIsGone() {
        return feedIsGone;
    }

    @Override
    public long bidTicks(int instrument) {
        return bid[instrument];
    }

    @Override
    public long askTicks(int instrument) {
        return ask[instrument];
    }

    @Override
    public long lastTicks(int instrument) {
        return last[instrument];
    }

    @Override
    public long positionLots(int instrument) {
        return position[instrument];
    }

    @Override
    public long workingLots(int instrument, Side side) {
        return side == Side.BUY ? buyLots[instrument] : sellLots[instrument];
    }

    @Override
    public long workingTickLots(int instrument, Side side) {
        return side == Side.BUY ? buyTickLots[instrument] : sellTickLots[instrument];
    }

    @Override
    public long freeFundsUnits(int instrument) {
        return free[instrument];
    }

    @Override
    public int workingOrders() {
        return working;
    }
}
