package io.sextant.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.market.Side;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Money;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.Fill;
import io.sextant.domain.order.OrderId;
import io.sextant.domain.portfolio.TaxLot;
import io.sextant.domain.position.CostBasis;
import io.sextant.domain.position.PositionKeeper;
import io.sextant.domain.time.SeededRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lots that are told for taxes are those of the ledger's own first-in-first-out keeper. */
class FillLotsTest {

    private static final SpotPair PAIR = new SpotPair(
            InstrumentId.of("BTC-USDT"),
            "Bitcoin",
            Currency.BTC,
            Currency.USDT,
            TradingRules.of("0.01", "0.001"),
            FeeSchedule.FREE);

    private final PositionKeeper keeper = new PositionKeeper(PAIR, CostBasis.FIRST_IN_FIRST_OUT);
    private final List<Fill> newestFirst = new ArrayList<>();

    private void fill(Side side, long lots, long ticks) {
        keeper.onFill(side, ticks, lots, 0, false);
        newestFirst.addFirst(new Fill(
                newestFirst.size() + 1,
                new OrderId(1),
                PAIR.id(),
                side,
                PAIR.priceOf(ticks),
                PAIR.quantityOf(lots),
                PAIR.notional(ticks, lots),
                Money.of(0, Currency.USDT),
                true,
                newestFirst.size()));
    }

    private double heldLots() {
        return (double) keeper.signedUnits() / PAIR.positionUnitsPerLot();
    }

    /** What the keeper realises on a sale is what the lots say it gains, to the units that it rounds. */
    @Test
    void aSaleGainsWhatTheLedgerWouldRealise() {
        SeededRandom random = new SeededRandom(3);
        int compared = 0;
        for (int step = 0; step < 400; step++) {
            long ticks = 40_000L + random.nextInt(2_000);
            long lots = 1L + random.nextInt(9);
            boolean sells = heldLots() > 0 && random.nextInt(5) < 2;
            if (!sells) {
                fill(Side.BUY, lots, ticks);
                continue;
            }
            long sold = Math.min(lots, (long) heldLots());
            List<TaxLot> open = FillLots.held(PAIR, newestFirst, heldLots());
            double told = TaxLot.gainOfOldest(
                    open, (double) sold, PAIR.notional(ticks, 1).toDouble());
            long before = keeper.realisedUnits();
            fill(Side.SELL, sold, ticks);
            double realised = (keeper.realisedUnits() - before) / Math.pow(10, Currency.USDT.scale());
            assertThat(told).isCloseTo(realised, within(1e-6));
            compared++;
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void nothingIsToldWhereFillsAndPositionDoNotAgreeOrNothingIsHeldLong() {
        fill(Side.BUY, 4, 40_000);
        assertThat(FillLots.held(PAIR, newestFirst, 4)).hasSize(1);
        assertThat(FillLots.held(PAIR, newestFirst, 5))
                .as("held before the first fill")
                .isEmpty();
        fill(Side.SELL, 6, 41_000);
        assertThat(FillLots.held(PAIR, newestFirst, -2)).as("short").isEmpty();
        fill(Side.BUY, 5, 39_000);
        assertThat(FillLots.held(PAIR, newestFirst, 3))
                .as("what turned a short position round is held at its own price")
                .singleElement()
                .satisfies(lot -> assertThat(lot.quantity()).isCloseTo(3, within(1e-9)));
    }

    /** Who buys four lots with a fee of half a lot holds 3.5 at the price of four. */
    @Test
    void aFeeTakenFromWhatWasBoughtMakesTheRestDearer() {
        long half = PAIR.positionUnitsPerLot() / 2;
        Fill fill = new Fill(
                1,
                new OrderId(1),
                PAIR.id(),
                Side.BUY,
                Price.parse("400.00"),
                Quantity.parse("0.004"),
                Money.parse("1.6", Currency.USDT),
                Money.of(half, Currency.BTC),
                true,
                1);
        assertThat(FillLots.held(PAIR, List.of(fill), 3.5)).singleElement().satisfies(lot -> {
            assertThat(lot.quantity()).isCloseTo(3.5, within(1e-12));
            assertThat(lot.price()).isCloseTo(1.6 / 3.5, within(1e-12));
        });
    }
}
