package io.sextant.exchange.port;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A spot pair as a venue lists it, before the house has decided how exactly it keeps the currencies. */
public record RawListing(
        String symbol,
        String base,
        String quote,
        BigDecimal tick,
        BigDecimal lot,
        BigDecimal minQuantity,
        FeeSchedule fees) {

    private static final int FEWEST_DECIMALS = 8;

    public InstrumentId id() {
        return InstrumentId.of(base + "-" + quote);
    }

    /**
     * Instruments with currencies wide enough that every tick times lot, and every lot, is exact. A currency has one width,
     * whatever it is used for.
     */
    public static List<Listing> toListings(List<RawListing> raw) {
        Map<String, Integer> decimals = new HashMap<>();
        for (RawListing one : raw) {
            int tickScale = scale(one.tick);
            int lotScale = scale(one.lot);
            decimals.merge(one.quote, Math.max(FEWEST_DECIMALS, tickScale + lotScale), Math::max);
            decimals.merge(one.base, Math.max(FEWEST_DECIMALS, lotScale + 2), Math::max);
        }
        return raw.stream().map(one -> one.toListing(decimals)).toList();
    }

    private Listing toListing(Map<String, Integer> decimals) {
        Quantity step = Quantity.parse(plain(lot));
        SpotPair pair = new SpotPair(
                id(),
                base + "/" + quote,
                new Currency(base, decimals.getOrDefault(base, FEWEST_DECIMALS)),
                new Currency(quote, decimals.getOrDefault(quote, FEWEST_DECIMALS)),
                new TradingRules(Price.parse(plain(tick)), step, Quantity.parse(plain(wholeLots()))),
                fees);
        return new Listing(pair, symbol);
    }

    /** The smallest order in whole lots, rounded up, at least one. */
    private BigDecimal wholeLots() {
        BigDecimal lots = minQuantity.divide(lot, 0, RoundingMode.CEILING).max(BigDecimal.ONE);
        return lots.multiply(lot);
    }

    private static int scale(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
