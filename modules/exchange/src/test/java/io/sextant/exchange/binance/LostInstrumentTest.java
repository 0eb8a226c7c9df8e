package io.sextant.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.BookWitness;
import io.sextant.exchange.testing.BookWitness.Claim;
import io.sextant.exchange.testing.EngineTwin;
import io.sextant.exchange.testing.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One instrument of a connection falls silent while the other speaks: a quiet market is none of ours, a lost one is. */
class LostInstrumentTest {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long START = 1_790_000_017L * SECOND;
    private static final int ETH = 1;

    private final VirtualTime time = new VirtualTime(START);
    private final SeededRandom random = SeededRandom.stream(5, 1);
    private final StandInExchange exchange = new StandInExchange(
            new BinanceShape(), List.of(ListedPair.BTC_USDT, ListedPair.ETH_USDT), 5, time, time, FaultPlan.none());
    private final VirtualBinance venue = new VirtualBinance(exchange, time, random, 1_000);
    private final LiveFeed feed = new LiveFeed(
            venue, venue.listings(), LiveSettings.USUAL, time, time, task -> time.after(5 * MILLI, task), random);
    private final EngineTwin engine = new EngineTwin(feed);
    private boolean ethMoves = true;

    @BeforeEach
    void begin() {
        time.every(200 * MILLI, () -> {
            exchange.move(0);
            if (ethMoves) {
                exchange.move(ETH);
            }
        });
        time.every(50 * MILLI, () -> engine.turn(time.nanos()));
        feed.start();
        time.runUntil(START + 5 * SECOND);
        assertThat(feed.health().instruments()).allMatch(FeedHealth.InstrumentHealth::bookTrusted);
    }

    @Test
    void aQuietMarketIsNotStale() {
        ethMoves = false;
        time.runUntil(START + 90 * SECOND);
        assertThat(engine.statuses()).noneMatch(status -> status.startsWith("STALE"));
        assertThat(feed.health().connections()).isEqualTo(1);
        assertThat(feed.health().instruments()).allMatch(FeedHealth.InstrumentHealth::bookTrusted);
    }

    @Test
    void anInstrumentThatIsLostIsSaidAndItsBookNotShownUntilItIsBack() {
        exchange.mute(ETH);
        time.runUntil(START + 17 * SECOND);
        assertThat(engine.statuses().getLast()).isEqualTo("STALE ETH-USDT is silent while binance trades it");
        assertThat(feed.health().instruments())
                .extracting(FeedHealth.InstrumentHealth::bookTrusted)
                .containsExactly(true, false);
        assertThat(feed.health().instruments().get(ETH).whyNot()).isEqualTo("it is silent while the venue trades it");

        time.runUntil(START + 45 * SECOND);
        FeedHealth health = feed.health();
        assertThat(health.connections()).as("opened anew").isEqualTo(2);
        assertThat(engine.statuses().getLast()).isEqualTo("CONNECTED streaming from binance");
        assertThat(new BookWitness(ETH, Claim.NAMES_UPDATE, exchange.all().get(ETH)).check(health, engine))
                .isTrue();
        assertThat(engine.trades(ETH))
                .as("every trade since the first, once")
                .isGreaterThan(exchange.all().get(ETH).deals().size() - 20L);
    }
}
