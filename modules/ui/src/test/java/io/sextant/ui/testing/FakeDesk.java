package io.sextant.ui.testing;

import io.sextant.domain.event.FeedChanged.FeedStatus;
import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.market.TradingMode;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.Order;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.position.Account;
import io.sextant.domain.position.ConversionRate;
import io.sextant.domain.position.Position;
import io.sextant.domain.request.DeskState;
import io.sextant.domain.request.EngineHealth;
import io.sextant.domain.request.EquityCurve;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The fake engine's desk: positions at average cost and an account that adds up, all in USDT at one to one with USD. */
final class FakeDesk {

    static final Currency REPORTING = Currency.USDT;

    private static final double START_CASH = 1_000_000;

    private final Map<InstrumentId, Holding> holdings = new TreeMap<>();
    private final Function<InstrumentId, Price> lastPrice;
    private double feesPaid;
    private DeskState state;

    private static final class Holding {
        private long lots;
        private double cost;
        private double realised;
        private double fees;
    }

    FakeDesk(Function<InstrumentId, Price> lastPrice, long seed, long nowNanos) {
        this.lastPrice = lastPrice;
        state = new DeskState(
                TradingMode.SIMULATED,
                seed,
                nowNanos,
                1,
                false,
                false,
                "",
                account(List.of()),
                List.of(),
                List.of(),
                limits(),
                new EngineHealth(
                        true,
                        "",
                        "simulated market",
                        FeedStatus.CONNECTED,
                        1_284_602,
                        18_450,
                        1_900,
                        84_000,
                        812,
                        812));
    }

    DeskState state() {
        return state;
    }

    void set(DeskState next) {
        state = next;
    }

    /** As at a recording's end. */
    void endFeed() {
        EngineHealth was = state.health();
        EngineHealth over = new EngineHealth(
                was.running(),
                was.failure(),
                was.feed(),
                FeedStatus.ENDED,
                was.eventsHandled(),
                was.eventsPerSecond(),
                was.handlingNanosMedian(),
                was.handlingNanosWorst(),
                was.journalPosition(),
                was.journalDurablePosition());
        state = new DeskState(
                state.mode(),
                state.seed(),
                state.marketNanos(),
                state.timesRealTime(),
                state.paused(),
                state.killSwitchEngaged(),
                state.killSwitchReason(),
                state.account(),
                state.positions(),
                state.workingOrders(),
                state.limits(),
                over,
                state.parents());
    }

    void book(Fill fill) {
        Instrument instrument = FakeInstruments.CATALOG.getInstrument(fill.instrument());
        Holding holding = holdings.computeIfAbsent(fill.instrument(), unused -> new Holding());
        long signedLots = instrument.lotsOf(fill.quantity()) * fill.side().sign();
        double value = fill.notional().toDouble() * fill.side().sign();
        boolean grows = holding.lots == 0 || Long.signum(holding.lots) == Long.signum(signedLots);
        long closed = grows ? 0 : Math.min(Math.abs(signedLots), Math.abs(holding.lots));
        double shareOfFillThatOpens = 1 - closed / (double) Math.abs(signedLots);
        if (closed > 0) {
            double costOut = holding.cost * (closed / (double) Math.abs(holding.lots));
            double proceeds = -value * (1 - shareOfFillThatOpens);
            holding.realised += proceeds - costOut;
            holding.cost -= costOut;
        }
        holding.cost += value * shareOfFillThatOpens;
        holding.lots += signedLots;
        holding.fees += fill.fee().toDouble();
        feesPaid += fill.fee().toDouble();
    }

    /** The state anew from holdings, prices, orders and the rest as it was. */
    DeskState refresh(long nowNanos, List<Order> working) {
        List<Position> positions = positions();
        state = new DeskState(
                state.mode(),
                state.seed(),
                nowNanos,
                state.timesRealTime(),
                state.paused(),
                state.killSwitchEngaged(),
                state.killSwitchReason(),
                account(positions),
                positions,
                working,
                state.limits(),
                state.health(),
                state.parents());
        return state;
    }

    /** A curve that ends at what the desk is worth now. */
    EquityCurve equity(long seed, long nowNanos, long fromNanos, int maxPoints) {
        int points = Math.min(240, maxPoints);
        SeededRandom random = SeededRandom.stream(seed, 99);
        double end = state.account().equity().toDouble();
        long[] times = new long[points];
        double[] values = new double[points];
        double value = end;
        for (int i = points - 1; i >= 0; i--) {
            times[i] = nowNanos - (points - 1L - i) * 60_000_000_000L;
            values[i] = value;
            value -= 25 + random.nextGaussian() * 420;
        }
        int first = 0;
        while (first < points - 1 && times[first] < fromNanos) {
            first++;
        }
        return new EquityCurve(Arrays.copyOfRange(times, first, points), Arrays.copyOfRange(values, first, points));
    }

    private List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        holdings.forEach((id, holding) -> {
            Instrument instrument = FakeInstruments.CATALOG.getInstrument(id);
            Price mark = lastPrice.apply(id);
            Money value = instrument.notional(instrument.ticksOf(mark), holding.lots);
            positions.add(new Position(
                    id,
                    holding.lots * instrument.positionUnitsPerLot(),
                    instrument.positionScale(),
                    money(holding.cost, instrument.quote()),
                    mark,
                    value,
                    value,
                    money(value.toDouble() - holding.cost, instrument.quote()),
                    money(holding.realised, instrument.quote()),
                    money(holding.fees, instrument.quote())));
        });
        return positions;
    }

    private Account account(List<Position> positions) {
        double unrealised = 0;
        double realised = 0;
        double gross = 0;
        double net = 0;
        double spent = 0;
        for (Position position : positions) {
            unrealised += position.unrealised().toDouble();
            realised += position.realised().toDouble();
            gross += Math.abs(position.exposure().toDouble());
            net += position.exposure().toDouble();
            spent += position.openCost().toDouble();
        }
        double equity = START_CASH + unrealised + realised - feesPaid;
        return new Account(
                List.of(money(START_CASH + realised - feesPaid - spent, REPORTING), money(25_000, Currency.USD)),
                List.of(new ConversionRate(Currency.USD, REPORTING, Price.parse("1"), "fixed")),
                money(equity, REPORTING),
                money(START_CASH, REPORTING),
                money(START_CASH, REPORTING),
                money(realised, REPORTING),
                money(unrealised, REPORTING),
                money(feesPaid, REPORTING),
                money(gross, REPORTING),
                money(net, REPORTING),
                money(Math.max(0, equity - gross), REPORTING));
    }

    private static RiskLimits limits() {
        return new RiskLimits(
                FakeInstruments.CATALOG.all().stream()
                        .filter(Instrument::tradable)
                        .map(instrument -> new InstrumentLimits(
                                instrument.id(),
                                Quantity.parse("10000"),
                                Money.parse("500000", instrument.quote()),
                                500,
                                Quantity.parse("50000")))
                        .toList(),
                AccountLimits.UNBOUNDED,
                List.of());
    }

    static Money money(double amount, Currency currency) {
        return Money.of(Math.round(amount * 100) * (Decimals.powerOfTen(currency.scale()) / 100), currency);
    }
}
