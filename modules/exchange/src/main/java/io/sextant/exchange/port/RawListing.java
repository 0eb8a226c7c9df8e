package io.sextant.exchange.port;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.instrument.SpotPair;
import io.sextant.domain.instrument.TradingRules;
import io.sextant.domain.money.Currency;
import io.sextant.domain.money.Price;
import io.sextant.domain.money.Quantity;
import io.sextant.domain.order.RefusalCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A spot pair as a venue lists it, before the house has decided how exactly it keeps the currencies. */
public record RawListing(
        String symbol,
        String base,
        String quote,
        BigDecimal tick,
        BigDecimal lot,
        BigDecimal minQuantity,
        BigDecimal minValue,
        FeeSchedule fees) {

    private static final int FEWEST_DECIMALS = 8;

    /** With more of them the ledger, which counts in longs, could not hold a hundred thousand of a currency. */
    private static final int MOST_DECIMALS = 13;

    private static final BigDecimal LARGEST_STEP = BigDecimal.valueOf(100_000);
    private static final BigDecimal LARGEST_VALUE = BigDecimal.ONE.movePointRight(18);
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,12}");

    /** Of a venue that takes orders of any value. */
    public RawListing(
            String symbol,
            String base,
            String quote,
            BigDecimal tick,
            BigDecimal lot,
            BigDecimal minQuantity,
            FeeSchedule fees) {
        this(symbol, base, quote, tick, lot, minQuantity, BigDecimal.ZERO, fees);
    }

    public InstrumentId id() {
        return InstrumentId.of(base + "-" + quote);
    }

    /**
     * Instruments with currencies wide enough that every tick times lot, and every lot, is exact. A currency has one width,
     * whatever it is used for. A listing that the ledger could not count is refused with a sentence.
     */
    public static List<Listing> toListings(List<RawListing> raw) throws VenueException {
        Map<String, Integer> decimals = new HashMap<>();
        for (RawListing one : raw) {
            one.requireCountable();
            int tickScale = scale(one.tick);
            int lotScale = scale(one.lot);
            decimals.merge(one.quote, Math.max(FEWEST_DECIMALS, tickScale + lotScale), Math::max);
            decimals.merge(one.base, Math.max(FEWEST_DECIMALS, lotScale + 2), Math::max);
        }
        return raw.stream().map(one -> one.toListing(decimals)).toList();
    }

    private void requireCountable() throws VenueException {
        if (tick.signum() <= 0 || lot.signum() <= 0 || minQuantity.signum() < 0 || minValue.signum() < 0) {
            throw refused("is listed without a smallest step of its price or quantity");
        }
        int together = scale(tick) + scale(lot);
        if (together > MOST_DECIMALS) {
            throw refused("moves in steps of " + plain(tick) + " " + quote + " and " + plain(lot) + " " + base
                    + ", which are " + together + " decimals together; the ledger counts at most " + MOST_DECIMALS);
        }
        if (scale(lot) + 2 > MOST_DECIMALS) {
            throw refused("is traded in steps of " + plain(lot) + " " + base + ", finer than the ledger counts");
        }
        if (isBeyond(tick) || isBeyond(lot) || isBeyond(minQuantity) || isUncountable(minValue, together)) {
            throw refused("moves in steps or has a smallest order that are larger than the ledger counts");
        }
        if (isNoCode(base) || isNoCode(quote)) {
            throw refused("has a currency whose name is none that the ledger knows");
        }
    }

    /** So that some thousands of it still fit a long at any width that is allowed here. */
    private static boolean isBeyond(BigDecimal step) {
        return step.compareTo(LARGEST_STEP) > 0;
    }

    private static boolean isUncountable(BigDecimal value, int decimals) {
        return scale(value) > MOST_DECIMALS
                || value.movePointRight(Math.max(FEWEST_DECIMALS, decimals)).compareTo(LARGEST_VALUE) > 0;
    }

    private static boolean isNoCode(String currency) {
        return !CODE.matcher(currency).matches();
    }

    private VenueException refused(String why) {
        return VenueException.refused(
                RefusalCode.VENUE_REFUSED, base + "-" + quote + " cannot be traded here: it " + why);
    }

    private Listing toListing(Map<String, Integer> decimals) {
        Quantity step = Quantity.parse(plain(lot));
        SpotPair pair = new SpotPair(
                id(),
                base + "/" + quote,
                new Currency(base, decimals.getOrDefault(base, FEWEST_DECIMALS)),
                new Currency(quote, decimals.getOrDefault(quote, FEWEST_DECIMALS)),
                new TradingRules(
                        Price.parse(plain(tick)),
                        step,
                        Quantity.parse(plain(wholeLots())),
                        Quantity.parse(plain(minValue))),
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
