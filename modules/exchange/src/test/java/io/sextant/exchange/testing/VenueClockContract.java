package io.sextant.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sextant.domain.instrument.FeeSchedule;
import io.sextant.domain.market.Side;
import io.sextant.domain.order.BookEntry;
import io.sextant.exchange.port.Listing;
import io.sextant.exchange.port.OrderKey;
import io.sextant.exchange.port.OrderTerms;
import io.sextant.exchange.port.RawListing;
import io.sextant.exchange.port.TradingConnector;
import io.sextant.exchange.port.VenueException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a venue whose orders bear a time is asked for its own, and what open orders weigh. */
public abstract class VenueClockContract {

    protected static final long MILLI = 1_000_000L;
    protected static final long SECOND = 1_000 * MILLI;

    protected final VirtualTime time = new VirtualTime(1_780_000_000L * SECOND);
    protected final ScriptedWire wire = new ScriptedWire();
    protected long timeTakesNanos = 40 * MILLI;

    /** Paths of the venue's time, of a new order, and of open orders. */
    public record Paths(String time, String order, String open) {}

    protected abstract TradingConnector trading();

    protected abstract Listing listing();

    protected abstract Paths paths();

    /** How the venue says this time. */
    protected abstract String timeText(long millis);

    protected abstract String nothingOpen();

    /** Longer than its stamp is good for. */
    protected abstract long tooLongNanos();

    protected static Listing listing(String symbol, String quote) {
        return Listings.of(List.of(new RawListing(
                        symbol,
                        "BTC",
                        quote,
                        new BigDecimal("0.01"),
                        new BigDecimal("0.001"),
                        new BigDecimal("0.001"),
                        new FeeSchedule(1_000, 1_000, 0, FeeSchedule.FeeCurrency.QUOTE))))
                .getFirst();
    }

    @BeforeEach
    void answerTheTime() {
        wire.answer(paths().time(), () -> {
            time.runUntil(time.nanos() + timeTakesNanos);
            return timeText(time.nanos() / MILLI);
        });
    }

    protected void place() throws VenueException {
        trading().place(new OrderKey(listing(), "sx1", ""), new OrderTerms(Side.BUY, BookEntry.REST, 1_000, 10_000));
    }

    @Test
    void anOrderThatIsStampedLeavesAtOnceHoweverOldTheClockIs() throws VenueException {
        trading().learnTime();
        time.runUntil(time.nanos() + 1_200 * SECOND);
        wire.asked().clear();

        place();

        assertThat(wire.asked()).singleElement().asString().startsWith("POST " + paths().order());
    }

    @Test
    void theTimeIsLearntAgainBeforeTheNextOrderAndItsErrorIsKnown() throws VenueException {
        trading().learnTime();
        assertThat(trading().clockErrorNanos()).isBetween(20 * MILLI, 22 * MILLI);
        trading().learnTime();
        assertThat(wire.asked()).hasSize(1);
        time.runUntil(time.nanos() + 1_200 * SECOND);
        timeTakesNanos = SECOND;
        trading().learnTime();
        assertThat(wire.asked()).hasSize(2);
        assertThat(trading().clockErrorNanos()).isBetween(500 * MILLI, 502 * MILLI);
    }

    @Test
    void aTimeThatTookLongerThanAStampIsGoodForIsNone() {
        timeTakesNanos = tooLongNanos();
        assertThatThrownBy(() -> trading().learnTime()).isInstanceOf(VenueException.class);
        assertThatThrownBy(this::place).isInstanceOf(VenueException.class);
        assertThat(wire.asked()).noneMatch(one -> one.startsWith("POST"));
    }

    @Test
    void openOrdersWeighWhatIsAsked() throws VenueException {
        wire.answer(paths().open(), this::nothingOpen);
        trading().open(List.of(listing(), listing(), listing()));
        assertThat(wire.asked()).filteredOn(one -> one.contains(paths().open())).hasSize(3);
        assertThat(trading().openWeight(3)).isEqualTo(3 * trading().openWeight(1));
    }
}
