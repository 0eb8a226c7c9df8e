package io.sextant.exchange.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.order.OrderState;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.Listings;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Random histories of orders at one venue on bad days, with crashes. */
final class LiveHistories {

    /** As many as Binance has; the other venues take a share of it, because each history of theirs takes longer. */
    private static final int AT_BINANCE = Integer.getInteger("sextant.live.histories", 500);

    /** A soak of so many minutes gives a quarter of them to each venue; as many as verify has are run however long they take. */
    private static final long MOST_SECONDS = 15L * Integer.getInteger("soak.minutes", 24 * 60);

    private static final int ALWAYS_AT_BINANCE = 500;

    private LiveHistories() {}

    static void run(LiveHistory.Maker venue, int share) {
        Map<String, Integer> told = new TreeMap<>();
        Map<OrderState, Integer> diedIn = new EnumMap<>(OrderState.class);
        long begun = System.nanoTime();
        long seed = 1;
        for (; seed <= Math.max(1, AT_BINANCE / share); seed++) {
            boolean late = System.nanoTime() - begun > MOST_SECONDS * 1_000_000_000L;
            if (late && seed > ALWAYS_AT_BINANCE / share) {
                break;
            }
            LiveHistory history = new LiveHistory(seed, venue);
            try {
                history.run();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("history " + seed, e);
            }
            history.told().forEach((state, count) -> told.merge(state, count, Integer::sum));
            history.diedIn().forEach((state, count) -> diedIn.merge(state, count, Integer::sum));
        }
        System.getLogger(LiveHistories.class.getName()).log(System.Logger.Level.INFO, (seed - 1) + " histories");
        assertThat(told.keySet())
                .as("states that were reached: %s, and those in which the desk died: %s", told, diedIn)
                .contains("UNKNOWN", "PARTLY_FILLED", "FILLED", "CANCELLED", "REJECTED", "AMEND_PENDING");
    }

    /** One pair as a venue lists it, with a tenth of a percent for everybody. */
    static Listing listing(String symbol, ListedPair pair, FeeSchedule.FeeCurrency fees) {
        RawListing raw = new RawListing(
                symbol,
                pair.base(),
                pair.quote(),
                new BigDecimal(pair.price(1)),
                new BigDecimal(pair.quantity(1)),
                new BigDecimal(pair.quantity(1)),
                new FeeSchedule(1_000, 1_000, 0, fees));
        return Listings.of(List.of(raw)).getFirst();
    }
}
