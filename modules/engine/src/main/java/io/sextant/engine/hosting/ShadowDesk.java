package io.sextant.engine.hosting;

import io.sextant.domain.instrument.Instrument;
import io.sextant.domain.instrument.InstrumentCatalog;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Money;
import io.sextant.domain.order.BookEntry;
import io.sextant.engine.backtest.ModelPrices;
import io.sextant.engine.core.FeeInKind;
import io.sextant.engine.strategy.StrategySeat;
import io.sextant.strategy.Strategy;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The venue of a test: what is to trade at once does so whole, at the price that was printed last moved by the model's costs; what rests
 * trades at its limit once the market has traded through it. Nobody is asked.
 */
final class ShadowDesk implements Strategy.OrderDesk {

    private record Working(long orderId, int instrument, Side side, long lots, long limitTicks) {}

    private record Filled(
            int instrument,
            long orderId,
            Side side,
            long ticks,
            long lots,
            long feeLots,
            long feeUnits,
            long timeNanos) {}

    private final InstrumentCatalog catalog;
    private final ModelPrices prices;
    private final Parity parity;
    private final FeeInKind feeInKind;
    private final long[] lastTicks;
    private final long[] lastNanos;
    private final List<Working> resting = new ArrayList<>();
    private final List<Filled> filled = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();
    private @Nullable StrategySeat seat;
    private long lastOrder;

    ShadowDesk(InstrumentCatalog catalog, ModelPrices prices, Parity parity) {
        this.catalog = catalog;
        this.prices = prices;
        this.parity = parity;
        feeInKind = new FeeInKind(catalog.all());
        lastTicks = new long[catalog.size()];
        lastNanos = new long[catalog.size()];
    }

    void serve(StrategySeat trading) {
        seat = trading;
    }

    /** From a book that has given up lots for fees already. */
    void resume(int instrument, long feeAheadUnits) {
        feeInKind.resume(instrument, feeAheadUnits);
    }

    long feeAheadUnits(int instrument) {
        return feeInKind.aheadUnits(instrument);
    }

    void onTrade(int instrument, long timeNanos, long priceTicks) {
        lastTicks[instrument] = priceTicks;
        lastNanos[instrument] = timeNanos;
        for (Iterator<Working> each = resting.iterator(); each.hasNext(); ) {
            Working one = each.next();
            boolean through = one.side() == Side.BUY ? priceTicks < one.limitTicks() : priceTicks > one.limitTicks();
            if (one.instrument() == instrument && through) {
                each.remove();
                fill(one, one.limitTicks());
            }
        }
    }

    /** Lets the shadow act until nothing more follows from what traded. */
    void stepEnded(long nowNanos) {
        StrategySeat trading = Objects.requireNonNull(seat, "a shadow has a seat");
        trading.onStepEnd(nowNanos, this);
        while (!filled.isEmpty() || !done.isEmpty()) {
            List<Filled> told = List.copyOf(filled);
            List<Long> over = List.copyOf(done);
            filled.clear();
            done.clear();
            for (Filled one : told) {
                Instrument terms = catalog.get(one.instrument());
                parity.filled(
                        Parity.SHADOW,
                        one.orderId(),
                        one.side().sign() * terms.quantityOf(one.lots()).toDouble(),
                        terms.priceOf(one.ticks()).toDouble(),
                        Money.of(one.feeUnits(), terms.quote()).toDouble(),
                        one.timeNanos());
                trading.onFill(
                        one.instrument(),
                        one.orderId(),
                        one.side(),
                        one.ticks(),
                        one.lots() - one.feeLots(),
                        one.feeUnits(),
                        one.timeNanos());
            }
            for (long orderId : over) {
                parity.done(Parity.SHADOW, orderId);
                trading.onDone(orderId);
            }
            trading.onStepEnd(nowNanos, this);
        }
    }

    @Override
    public long positionLots(int instrument) {
        throw new UnsupportedOperationException("a shadow looks at its own book");
    }

    @Override
    public long placeLimit(int instrument, Side side, long lots, long limitTicks, BookEntry entry, String reason) {
        Working one = new Working(++lastOrder, instrument, side, lots, limitTicks);
        parity.sent(
                Parity.SHADOW,
                instrument,
                one.orderId(),
                side.sign() * catalog.get(instrument).quantityOf(lots).toDouble());
        long taken = prices.ticks(instrument, side, lots, lastTicks[instrument]);
        boolean within = side == Side.BUY ? taken <= limitTicks : taken >= limitTicks;
        if (within && entry != BookEntry.POST_ONLY) {
            fill(one, taken);
        } else if (entry.isImmediate()) {
            done.add(one.orderId());
        } else {
            resting.add(one);
        }
        return one.orderId();
    }

    private void fill(Working one, long ticks) {
        long inKindUnits = prices.feeInKindUnits(one.instrument(), one.side(), one.lots());
        long feeLots = inKindUnits > 0 ? feeInKind.take(one.instrument(), one.lots(), inKindUnits) : 0;
        filled.add(new Filled(
                one.instrument(),
                one.orderId(),
                one.side(),
                ticks,
                one.lots(),
                feeLots,
                inKindUnits > 0
                        ? catalog.get(one.instrument()).notional(ticks, feeLots).units()
                        : prices.feeUnits(one.instrument(), ticks, one.lots()),
                lastNanos[one.instrument()]));
        done.add(one.orderId());
    }

    @Override
    public void cancel(long orderId) {
        if (resting.removeIf(one -> one.orderId() == orderId)) {
            done.add(orderId);
        }
    }
}
