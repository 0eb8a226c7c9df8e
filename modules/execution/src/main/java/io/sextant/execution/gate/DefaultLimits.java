package io.sextant.execution.gate;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.AccountLimits;
import io.sextant.domain.order.BreakerLimits;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.RateLimit;
import io.sextant.domain.order.RiskLimits;
import io.sextant.domain.order.StrategyLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Limits for a desk that has not set its own: an order of at most {@link #MAX_ORDER_VALUE} and at most half the equity, a
 * position of at most the equity. For futures, of which only the margin is at stake, both are
 * {@link #FUTURE_LEVERAGE} times as much. Whole amounts of the reporting currency are taken as the same amounts of the quote
 * currency: a limit is a round number, not a valuation. An instrument without a price gets no limit, so it cannot be traded.
 */
public final class DefaultLimits {

    public static final long MAX_ORDER_VALUE = 100_000;
    public static final int COLLAR_BPS = 500;
    public static final long FUTURE_LEVERAGE = 5;

    /** All positions together by equity. */
    public static final long LEVERAGE = 10;

    private static final long MILLI_NANOS = 1_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    private DefaultLimits() {}

    /** {@code referenceTicks} gives a price by the instrument's index, zero where there is none. */
    public static RiskLimits of(InstrumentCatalog catalog, Money equity, IntToLongFunction referenceTicks) {
        BuyingPower buyingPower = new BuyingPower(catalog);
        long wholeEquity = whole(equity);
        List<InstrumentLimits> limits = new ArrayList<>();
        for (int i = 0; i < catalog.size(); i++) {
            long ticks = referenceTicks.applyAsLong(i);
            if (catalog.get(i).tradable() && ticks > 0) {
                long leverage = buyingPower.isMargined(i) ? FUTURE_LEVERAGE : 1;
                long orderValue = leverage * Math.min(MAX_ORDER_VALUE, wholeEquity / 2);
                limits.add(limitsOf(catalog.get(i), ticks, orderValue, leverage * wholeEquity));
            }
        }
        return new RiskLimits(limits, account(equity), List.of());
    }

    /** For the account as a whole; its currency is the one that {@code equity} is reported in. */
    public static AccountLimits account(Money equity) {
        long whole = whole(equity);
        return new AccountLimits(
                LEVERAGE * whole,
                LEVERAGE * 100,
                RateLimit.perSecond(50),
                RateLimit.perSecond(100),
                RateLimit.perMinute(120),
                500 * MILLI_NANOS,
                true,
                300 * SECOND_NANOS,
                5 * SECOND_NANOS,
                whole / 20,
                whole / 10,
                true,
                List.of(),
                new BreakerLimits(1_000, 100, RateLimit.perMinute(20), 300 * SECOND_NANOS, 5 * SECOND_NANOS));
    }

    /**
     * For a strategy that nobody gave its own: a fifth of what a person may send at once, and so few executions that one which runs
     * away is stopped within a second.
     */
    public static StrategyLimits strategy(String name, Money equity) {
        return new StrategyLimits(
                name,
                Math.min(MAX_ORDER_VALUE, whole(equity) / 2) / 5,
                RateLimit.perSecond(20),
                RateLimit.perSecond(40),
                RateLimit.perMinute(20));
    }

    private static long whole(Money equity) {
        return Math.max(
                0, equity.units() / Decimals.powerOfTen(equity.currency().scale()));
    }

    private static InstrumentLimits limitsOf(Instrument instrument, long ticks, long orderValue, long positionValue) {
        long unit = Decimals.powerOfTen(instrument.quote().scale());
        Quantity maxPosition = instrument.quantityOf(lotsWorth(instrument, ticks, positionValue, unit));
        return new InstrumentLimits(
                instrument.id(),
                instrument.quantityOf(lotsWorth(instrument, ticks, 2 * orderValue, unit)),
                Money.of(Math.multiplyExact(orderValue, unit), instrument.quote()),
                COLLAR_BPS,
                maxPosition);
    }

    private static long lotsWorth(Instrument instrument, long ticks, long value, long unit) {
        return Decimals.multiplyDivideFloor(value, unit, Math.multiplyExact(ticks, instrument.moneyUnitsPerTickLot()));
    }
}
