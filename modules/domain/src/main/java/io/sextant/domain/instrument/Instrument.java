package io.sextant.domain.instrument;

import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Decimals;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;

/**
 * Something with a price. Inside the engine a price is a count of ticks and a quantity a count of lots; this type is the
 * only place that turns them into decimals and money and back, always exactly.
 */
public sealed interface Instrument permits SpotPair, Equity, Index, Future, Option {

    InstrumentId id();

    String name();

    Currency quote();

    TradingRules rules();

    FeeSchedule fees();

    /** How many units of the underlying one unit of quantity stands for. */
    long multiplier();

    boolean tradable();

    /** True where the notional changes hands at the fill; a future only ever pays its profit or loss. */
    default boolean isPaidInFull() {
        return switch (this) {
            case SpotPair _, Equity _, Option _ -> true;
            case Future _, Index _ -> false;
        };
    }

    /** Decimals in which a position is counted: finer than a lot where a fee can be taken from what was bought. */
    default int positionScale() {
        return rules().lot().scale();
    }

    /** Ledger units of the quote currency that one lot gains when the price rises by one tick. */
    default long moneyUnitsPerTickLot() {
        return moneyUnitsPerTickLot(rules(), multiplier(), quote());
    }

    /** Of the smallest order by quantity. */
    default long smallestLots() {
        Quantity least = rules().minQuantity();
        int scale = Math.max(rules().lot().scale(), least.scale());
        return Math.ceilDiv(least.unitsAt(scale), rules().lot().unitsAt(scale));
    }

    /**
     * What an order has to be worth at least, in ledger units of the quote currency rounded up; zero where nothing is asked for. What the
     * ledger cannot count no order reaches.
     */
    default long smallestUnits() {
        Quantity least = rules().minValue();
        int finer = least.scale() - quote().scale();
        try {
            return finer <= 0
                    ? least.unitsAt(quote().scale())
                    : Math.ceilDiv(least.units(), Decimals.powerOfTen(finer));
        } catch (ArithmeticException e) {
            return Long.MAX_VALUE;
        }
    }

    /** Of the smallest order at a price, by quantity and by value. */
    default long smallestLotsAt(long priceTicks) {
        long least = smallestUnits();
        if (least == 0 || priceTicks <= 0) {
            return smallestLots();
        }
        return Math.max(smallestLots(), Math.ceilDiv(least, Math.multiplyExact(priceTicks, moneyUnitsPerTickLot())));
    }

    default Money notional(long priceTicks, long lots) {
        long tickLots = Math.multiplyExact(priceTicks, lots);
        return Money.of(Math.multiplyExact(tickLots, moneyUnitsPerTickLot()), quote());
    }

    default Price priceOf(long ticks) {
        Price tick = rules().tick();
        return Price.of(Math.multiplyExact(ticks, tick.units()), tick.scale());
    }

    default Quantity quantityOf(long lots) {
        Quantity lot = rules().lot();
        return Quantity.of(Math.multiplyExact(lots, lot.units()), lot.scale());
    }

    default boolean isOnTick(Price price) {
        return price.isMultipleOf(rules().tick());
    }

    default boolean isWholeLots(Quantity quantity) {
        return quantity.isMultipleOf(rules().lot());
    }

    /** Ticks of a price that is on the grid; anything else is refused. */
    default long ticksOf(Price price) {
        if (!isOnTick(price)) {
            throw new ArithmeticException(price + " is not a multiple of the tick " + rules().tick() + " of " + id());
        }
        return price.unitsAt(rules().tick().scale()) / rules().tick().units();
    }

    /** Lots of a quantity that is on the grid; anything else is refused. */
    default long lotsOf(Quantity quantity) {
        if (!isWholeLots(quantity)) {
            throw new ArithmeticException(quantity + " is not a multiple of the lot " + rules().lot() + " of " + id());
        }
        return quantity.unitsAt(rules().lot().scale()) / rules().lot().units();
    }

    /** Position units (at {@link #positionScale()}) in one lot. */
    default long positionUnitsPerLot() {
        return rules().lot().unitsAt(positionScale());
    }

    /** Refuses a fee in base where there is no base. */
    static void requireFeesInQuote(InstrumentId id, FeeSchedule fees) {
        if (fees.charged() != FeeSchedule.FeeCurrency.QUOTE) {
            throw new IllegalArgumentException(id + " has no base currency to pay a fee in");
        }
    }

    /** Refuses a grid whose smallest notional the ledger could not hold exactly. */
    static long moneyUnitsPerTickLot(TradingRules rules, long multiplier, Currency quote) {
        if (multiplier <= 0) {
            throw new IllegalArgumentException("multiplier must be positive, was " + multiplier);
        }
        long product = Math.multiplyExact(
                Math.multiplyExact(rules.tick().units(), rules.lot().units()), multiplier);
        int scale = rules.tick().scale() + rules.lot().scale();
        while (scale > quote.scale() && product % 10 == 0) {
            product /= 10;
            scale--;
        }
        if (scale > quote.scale()) {
            throw new ArithmeticException("tick " + rules.tick() + " times lot " + rules.lot()
                    + " is finer than the ledger's " + quote.scale() + " decimals of " + quote);
        }
        return Decimals.rescaleExact(product, scale, quote.scale());
    }
}
