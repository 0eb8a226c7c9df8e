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
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.OrderDraft;
import io.sextant.domain.order.OrderHandling;
import io.sextant.domain.order.OrderOrigin;
import io.sextant.domain.order.OrderType;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.StrategyLimits;
import io.sextant.domain.order.TimeInForce;
import io.sextant.domain.regime.ExposureCap;
import io.sextant.domain.regime.LimitShare;
import io.sextant.domain.venue.VenueTrust;
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
                    new TradingRules(
                            Price.parse("0.01"),
                            Quantity.parse("0.0001"),
                            Quantity.parse("0.0005"),
                            Quantity.parse("20")),
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

    static final List<InstrumentLimits> INSTRUMENT_LIMITS = List.of(
            new InstrumentLimits(
                    BTC_ID, Quantity.parse("2"), Money.parse("100000", Currency.USDT), 500, Quantity.parse("3")),
            new InstrumentLimits(
                    ACME_ID, Quantity.parse("1000"), Money.parse("100000", Currency.USD), 500, Quantity.parse("1500")),
            new InstrumentLimits(
                    ES_ID, Quantity.parse("10"), Money.parse("3000000", Currency.USD), 500, Quantity.parse("20")),
            new InstrumentLimits(
                    INDEX_ID, Quantity.parse("10"), Money.parse("100000", Currency.USD), 500, Quantity.parse("20")));

    static final int MAKER = 0;
    static final int NOBODY = 1;
    static final OrderSource PERSON = OrderSource.of(OrderOrigin.TICKET);
    static final OrderSource MAKER_SENDS = OrderSource.strategy(MAKER);

    static final GateTerms TERMS = new GateTerms(CATALOG, Currency.USD, "paper", List.of("maker", "nobody set me"));

    static final StrategyLimits MAKER_LIMITS =
            new StrategyLimits("maker", 60_000, RateLimit.perSecond(4), RateLimit.perSecond(4), RateLimit.perMinute(5));

    static final AccountLimits ACCOUNT = new AccountLimits(
            5_000_000,
            1_000,
            RateLimit.perSecond(10),
            RateLimit.perSecond(10),
            RateLimit.perMinute(8),
            500_000_000,
            true,
            60_000_000_000L,
            2_000_000_000,
            5_000,
            10_000,
            true,
            List.of(),
            BreakerLimits.NONE);

    static AccountLimits restricting(InstrumentId instrument) {
        return new AccountLimits(
                ACCOUNT.maxGrossExposure(),
                ACCOUNT.maxLeverageHundredths(),
                ACCOUNT.orders(),
                ACCOUNT.cancels(),
                ACCOUNT.executions(),
                ACCOUNT.duplicateWindowNanos(),
                ACCOUNT.preventSelfMatch(),
                ACCOUNT.maxPriceAgeNanos(),
                ACCOUNT.maxClockSkewNanos(),
                ACCOUNT.maxDailyLoss(),
                ACCOUNT.maxDrawdown(),
                ACCOUNT.cancelOnDisconnect(),
                List.of(instrument),
                ACCOUNT.breakers());
    }

    static final RiskLimits LIMITS = new RiskLimits(INSTRUMENT_LIMITS, ACCOUNT, List.of(MAKER_LIMITS));

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
    int capPercent = ExposureCap.OFF;
    int limitPercent = LimitShare.WHOLE_PERCENT;
    long nowNanos;
    long priceAgeNanos;
    long skewNanos;
    long grossUnits;
    long equityUnits = usd("1000000");
    long dayLossUnits;
    long drawdownUnits;
    final long[] ownBuys = new long[CATALOG.size()];
    final long[] ownSells = new long[CATALOG.size()];
    long reachTicks;
    long childLots;
    VenueTrust venueTrust = VenueTrust.AGREED;

    static long usd(String amount) {
        return Money.parse(amount, Currency.USD).units();
    }

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

    static OrderDraft reducing(InstrumentId id, Side side, String quantity, String price) {
        return handled(
                id, side, quantity, price, TimeInForce.GOOD_TILL_CANCELLED, OrderHandling.PLAIN.withReduceOnly());
    }

    static OrderDraft handled(
            InstrumentId id, Side side, String quantity, String price, TimeInForce stays, OrderHandling handling) {
        return new OrderDraft(
                id,
                side,
                OrderType.limit(Price.parse(price)),
                Quantity.parse(quantity),
                stays,
                handling,
                OrderOrigin.TICKET,
                "");
    }

    static OrderDraft stop(InstrumentId id, Side side, String quantity, OrderType type) {
        return new OrderDraft(
                id, side, type, Quantity.parse(quantity), TimeInForce.GOOD_TILL_CANCELLED, OrderOrigin.TICKET, "");
    }

    static OrderDraft market(InstrumentId id, Side side, String quantity) {
        return OrderDraft.market(id, side, Quantity.parse(quantity), OrderOrigin.TICKET);
    }

    @Override
    public long nowNanos() {
        return nowNanos;
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

    @Override
    public long priceNanos(int instrument) {
        return nowNanos - priceAgeNanos;
    }

    @Override
    public long clockSkewNanos() {
        return skewNanos;
    }

    @Override
    public long grossExposureUnits() {
        return grossUnits;
    }

    @Override
    public long reportedUnits(int instrument, long units) {
        return units;
    }

    @Override
    public int exposureCapPercent() {
        return capPercent;
    }

    @Override
    public int limitPercent() {
        return limitPercent;
    }

    @Override
    public long equityUnits() {
        return equityUnits;
    }

    @Override
    public long dayLossUnits() {
        return dayLossUnits;
    }

    @Override
    public long drawdownUnits() {
        return drawdownUnits;
    }

    @Override
    public long ownRestingTicks(int instrument, Side side) {
        return side == Side.BUY ? ownBuys[instrument] : ownSells[instrument];
    }

    @Override
    public long reachTicks(int instrument, Side side, long lots) {
        return reachTicks;
    }

    @Override
    public long workingChildLots(long parent) {
        return childLots;
    }

    @Override
    public VenueTrust venueTrust() {
        return venueTrust;
    }

    @Override
    public String venueReason() {
        return "";
    }
}
