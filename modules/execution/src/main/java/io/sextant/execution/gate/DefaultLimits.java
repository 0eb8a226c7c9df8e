package io.sextant.execution.gate;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.InstrumentLimits;
import io.sextant.domain.order.RiskLimits;
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

    private DefaultLimits() {}

    /** {@code referenceTicks} gives a price by the instrument's index, zero where there is none. */
    public static RiskLimits of(InstrumentCatalog catalog, Money equity, IntToLongFunction referenceTicks) {
        BuyingPower buyingPower = new BuyingPower(catalog);
        long wholeEquity = Math.max(
                0, equity.units() / Decimals.powerOfTen(equity.currency().scale()));
        List<InstrumentLimits> limits = new ArrayList<>();
        for (int i = 0; i < catalog.size(); i++) {
            long ticks = referenceTicks.applyAsLong(i);
            if (catalog.get(i).tradable() && ticks > 0) {
                long leverage = buyingPower.isMargined(i) ? FUTURE_LEVERAGE : 1;
                long orderValue = leverage * Math.min(MAX_ORDER_VALUE, wholeEquity / 2);
                limits.add(limitsOf(catalog.get(i), ticks, orderValue, leverage * wholeEquity));
            }
        }
        return new RiskLimits(limits);
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
