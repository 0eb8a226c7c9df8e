package io.sextant.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.instrument.InstrumentId;
import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.KnownPast;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.sequence.Stretch;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.EngineTwin;
import io.sextant.exchange.testing.VirtualTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trades of an instrument are lost while its book lives, and questions that are never answered. */
class DeafTradesTest {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long START = 1_790_000_017L * SECOND;
    private static final int ETH = 1;

    private final VirtualTime time = new VirtualTime(START);
    private final SeededRandom random = SeededRandom.stream(5, 1);
    private final StandInExchange exchange = new StandInExchange(
            new BinanceShape(), List.of(ListedPair.BTC_USDT, ListedPair.ETH_USDT), 5, time, time, FaultPlan.none());
    private final VirtualBinance venue = new VirtualBinance(exchange, time, random, 1_000);
    private final LiveFeed feed =
            new LiveFeed(venue, venue.listings(), LiveSettings.USUAL, time, time, this::inAMoment, random);
    private final EngineTwin engine = new EngineTwin(feed);
    private boolean unanswered;

    private void inAMoment(Runnable task) {
        if (!unanswered) {
            time.after(5 * MILLI, task);
        }
    }

    @BeforeEach
    void begin() {
        time.every(200 * MILLI, () -> {
            exchange.move(0);
            exchange.move(ETH);
        });
        time.every(50 * MILLI, () -> engine.turn(time.nanos()));
        feed.start();
    }

    @Test
    void anInstrumentWhoseTradesAreLostIsSaidAndBroughtBack() {
        time.runUntil(START + 5 * SECOND);
        exchange.muteTrades(ETH);
        time.runUntil(START + 19 * SECOND);
        assertThat(engine.statuses().getLast()).isEqualTo("STALE ETH-USDT is silent while binance trades it");
        time.runUntil(START + 50 * SECOND);
        assertThat(feed.health().connections()).as("opened anew").isEqualTo(2);
        assertThat(engine.statuses().getLast()).isEqualTo("CONNECTED streaming from binance");
        assertThat(engine.trades(ETH))
                .as("every trade since the first, once")
                .isGreaterThan(exchange.all().get(ETH).deals().size() - 20L);
    }

    @Test
    void anInstrumentWhoseTradesNeverBeganIsSaid() {
        time.runUntil(START + 20 * MILLI);
        exchange.muteTrades(ETH);
        time.runUntil(START + 19 * SECOND);
        assertThat(engine.trades(ETH)).isZero();
        assertThat(engine.statuses().getLast()).isEqualTo("STALE ETH-USDT is silent while binance trades it");
        time.runUntil(START + 50 * SECOND);
        assertThat(feed.health().connections()).as("opened anew").isEqualTo(2);
        assertThat(engine.trades(ETH)).isPositive();
    }

    @Test
    void whatWasMissedBeforeAKillIsMarkedHoweverLongTheVenueHadBeenLost() {
        time.runUntil(START + 5 * SECOND);
        unanswered = true;
        exchange.cutAll();
        time.runUntil(START + 45 * SECOND);
        long known = engine.marketNanos();
        long newest = engine.newestTradeNanos(ETH);
        assertThat(known).as("time went on without the venue").isGreaterThan(newest + 30 * SECOND);
        feed.close();

        unanswered = false;
        InstrumentId eth = feed.instruments().get(ETH).id();
        LiveFeed next = new LiveFeed(venue, venue.listings(), LiveSettings.USUAL, time, time, this::inAMoment, random);
        EngineTwin nextEngine = new EngineTwin(next);
        next.startAfter(new KnownPast(known, Map.of(eth, newest)));
        assertThat(marks(next, eth))
                .as("before anything is heard")
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.fromNanos()).isLessThanOrEqualTo(newest);
                    assertThat(mark.toNanos()).isGreaterThanOrEqualTo(known);
                });
        time.every(50 * MILLI, () -> nextEngine.turn(time.nanos()));
        time.runUntil(START + 60 * SECOND);
        assertThat(marks(next, eth)).singleElement().satisfies(mark -> {
            assertThat(mark.fromNanos()).isEqualTo(newest);
            assertThat(mark.toNanos()).isEqualTo(nextEngine.firstTradeNanos(ETH));
        });
    }

    private static List<Stretch> marks(LiveFeed feed, InstrumentId instrument) {
        return feed.health().newestStretches().stream()
                .filter(one -> one.instrument().equals(instrument) && one.kind() == Stretch.Kind.NOT_TRUSTED)
                .toList();
    }

    @Test
    void whatWasNeverAnsweredIsAskedAgainOnTheNextConnection() {
        // The connection is on its way already; what is asked on it goes nowhere.
        unanswered = true;
        time.runUntil(START + 2 * SECOND);
        unanswered = false;
        exchange.cutAll();
        time.runUntil(START + 20 * SECOND);
        assertThat(feed.health().connections()).isGreaterThanOrEqualTo(2);
        assertThat(feed.health().instruments()).allMatch(FeedHealth.InstrumentHealth::bookTrusted);
    }
}
