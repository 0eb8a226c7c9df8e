package io.sextant.exchange.trade;

import static io.sextant.exchange.trade.DeskByHand.MILLI_NANOS;
import static io.sextant.exchange.trade.DeskByHand.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.time.SeededRandom;
import io.sextant.domain.venue.VenueDifference;
import io.sextant.domain.venue.VenueTrust;
import io.sextant.exchange.limit.BackOff;
import io.sextant.exchange.limit.WeightLimiter;
import io.sextant.exchange.port.AccountBalance;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderSight;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.testing.Listings;
import io.sextant.exchange.testing.VirtualTime;
import io.sextant.execution.outside.VenueReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A reading that is disturbed again and again. */
class BookReadingTest {

    private final VirtualTime time = new VirtualTime(1_780_000_000L * SECOND);
    private final ScriptedVenue venue = new ScriptedVenue();
    private final List<VenueReport> told = new ArrayList<>();
    private boolean busy = true;
    private long moves;

    private final BookReading reading = reading(List.of());

    private BookReading reading(List<Listing> listings) {
        return new BookReading(
                venue,
                listings,
                TradingSettings.USUAL,
                new TradeRequests(
                        new WeightLimiter(6_000), time, time, task -> time.after(30 * MILLI_NANOS, task), new Object()),
                time,
                new BackOff(SECOND, 60 * SECOND, new SeededRandom(1)),
                new Orders(),
                told::add);
    }

    private final class Orders implements BookReading.Orders {

        @Override
        public List<VenueDifference> onOpen(List<OrderSight> open, long askedNanos) {
            return List.of();
        }

        @Override
        public List<VenueDifference> differences() {
            return List.of();
        }

        @Override
        public long findUnsettled() {
            return 0;
        }

        @Override
        public long moves() {
            return moves;
        }
    }

    private void pass(long nanos) {
        pass(reading, nanos);
    }

    private void pass(BookReading read, long nanos) {
        for (long until = time.nanos() + nanos; time.nanos() < until; ) {
            time.runUntil(time.nanos() + 250 * MILLI_NANOS);
            moves += busy ? 1 : 0;
            read.tick(true);
        }
    }

    @Test
    void whoeverIsBusyWithoutAPauseIsStoppedUntilTheBooksWereRead() {
        pass(19 * SECOND);
        assertThat(told).isEmpty();
        pass(3 * SECOND);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        VenueReport.Doubted.class,
                        doubted -> assertThat(doubted.trust()).isEqualTo(VenueTrust.CHECKING));
        busy = false;
        pass(4 * SECOND);
        assertThat(told.getLast()).isInstanceOf(VenueReport.Read.class);
    }

    @Test
    void aReadingThatWasDisturbedIsMadeAgainAfterAPause() {
        pass(20 * SECOND);
        assertThat(venue.count("open")).isBetween(5L, 11L);
    }

    @Test
    void aCurrencyIsComparedAsExactlyAsItsVenueCountsIt() {
        busy = false;
        venue.balances = List.of(
                new AccountBalance("USD", new BigDecimal("12.5"), OptionalInt.of(4)),
                new AccountBalance("BTC", BigDecimal.ONE));
        pass(reading(dollars()), 2 * SECOND);

        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        VenueReport.Read.class,
                        read -> assertThat(read.holdings())
                                .containsExactly(
                                        new VenueReport.Holding("BTC", 100_000_000, 1),
                                        new VenueReport.Holding("USD", 1_250_000_000, 10_000)));
    }

    @Test
    void moreThanCanBeCountedIsNeverTakenForNothing() {
        busy = false;
        venue.balances = List.of(new AccountBalance("USD", new BigDecimal("1e15"), OptionalInt.of(4)));
        pass(reading(dollars()), 2 * SECOND);

        assertThat(told)
                .noneMatch(VenueReport.Read.class::isInstance)
                .anySatisfy(report -> assertThat(report).isInstanceOfSatisfying(VenueReport.Doubted.class, doubt -> {
                    assertThat(doubt.trust()).isEqualTo(VenueTrust.UNREACHABLE);
                    assertThat(doubt.sentence()).contains("more of a currency than can be counted");
                }));
    }

    private static List<Listing> dollars() {
        return Listings.of(List.of(new RawListing(
                "BTC/USD",
                "BTC",
                "USD",
                new BigDecimal("0.1"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.QUOTE))));
    }
}
