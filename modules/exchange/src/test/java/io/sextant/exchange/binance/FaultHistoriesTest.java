package io.sextant.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.standin.BinanceShape;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.AgainstTruth;
import io.sextant.exchange.testing.AgainstTruth.Tally;
import io.sextant.exchange.testing.EngineTwin;
import io.sextant.exchange.testing.VirtualTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bad days of every kind, a seed each: what the engine believes is the venue's truth, or it is marked as not trusted. */
class FaultHistoriesTest {

    /** Five hundred by default, ten thousand in the long profile, which asks for more of shorter ones elsewhere. */
    private static final int HISTORIES = Math.min(10_000, Integer.getInteger("sextant.histories", 500));

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;

    /** Not at the start of a minute. */
    private static final long START = 1_790_000_000L * SECOND + 17 * SECOND;

    private static final long BAD = 90 * SECOND;
    private static final long GOOD = 80 * SECOND;
    private static final double[] STREAM_SHARES = {0.001, 0.006, 0.03};
    private static final double[] REQUEST_SHARES = {0.02, 0.2, 0.5};

    @Test
    @Tag("scaled")
    void everyHistoryGivesTheTruthOrSaysWhatIsNot() {
        Tally all = LongStream.range(0, HISTORIES)
                .parallel()
                .mapToObj(FaultHistoriesTest::history)
                .reduce(new Tally(0, 0), Tally::plus);
        assertThat(all.compared())
                .as("bars that were not marked, of which %d were", all.marked())
                .isGreaterThan(2 * all.marked());
    }

    private static Tally history(long seed) {
        try {
            return run(seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("history " + seed, e);
        }
    }

    private static Tally run(long seed) {
        SeededRandom random = SeededRandom.stream(seed, 1);
        VirtualTime time = new VirtualTime(START);
        FaultPlan plan = new FaultPlan(
                seed,
                STREAM_SHARES[random.nextInt(STREAM_SHARES.length)],
                REQUEST_SHARES[random.nextInt(REQUEST_SHARES.length)]);
        StandInExchange exchange = new StandInExchange(
                new BinanceShape(), List.of(ListedPair.BTC_USDT, ListedPair.ETH_USDT), seed, time, time, plan);
        exchange.skewClock(random.nextInt(4) == 0 ? (random.nextLong(600) - 300) * SECOND : 0);
        VirtualBinance venue = new VirtualBinance(exchange, random, 1 + random.nextInt(60));
        LiveFeed feed = new LiveFeed(
                venue,
                venue.listings(),
                LiveSettings.USUAL,
                time,
                time,
                task -> time.after(2 * MILLI + random.nextLong(80 * MILLI), task),
                random);
        EngineTwin engine = new EngineTwin(feed);
        for (int market = 0; market < exchange.all().size(); market++) {
            move(exchange, market, time, random);
        }
        feed.start();
        int[] booksSeen = new int[1];
        time.every(50 * MILLI, () -> engine.turn(time.nanos()));
        time.every(7 * SECOND, () -> booksSeen[0] += checkBooks(exchange, feed, engine, time));
        time.runUntil(START + BAD);
        plan.calmDown();
        time.runUntil(START + BAD + GOOD);
        // Polling leaves off for a moment now and then to try the stream again; that may be just now.
        for (int more = 0; more < 10 && !isWhole(feed.health()); more++) {
            time.runUntil(time.nanos() + SECOND);
        }
        engine.turn(time.nanos());
        FeedHealth health = feed.health();
        assertThat(health.phase()).as("%s", health).isEqualTo(FeedHealth.Phase.LIVE);
        assertThat(checkBooks(exchange, feed, engine, time)).as("%s", health).isEqualTo(2);
        assertThat(health.instruments()).allMatch(FeedHealth.InstrumentHealth::tradesWhole);
        Tally tally = new Tally(0, 0);
        for (int i = 0; i < exchange.all().size(); i++) {
            for (Timeframe timeframe : List.of(Timeframe.S1, Timeframe.M1)) {
                tally = tally.plus(
                        AgainstTruth.checkBars(i, timeframe, exchange.all().get(i), feed, health, engine));
            }
        }
        return tally;
    }

    private static boolean isWhole(FeedHealth health) {
        return health.phase() == FeedHealth.Phase.LIVE
                && health.instruments().stream().allMatch(one -> one.bookTrusted() && one.tradesWhole());
    }

    private static int checkBooks(StandInExchange exchange, LiveFeed feed, EngineTwin engine, VirtualTime time) {
        engine.turn(time.nanos());
        FeedHealth health = feed.health();
        int trusted = 0;
        for (int i = 0; i < exchange.all().size(); i++) {
            if (AgainstTruth.checkBook(i, exchange.all().get(i), health, engine)) {
                trusted++;
            }
        }
        return trusted;
    }

    private static void move(StandInExchange exchange, int market, VirtualTime time, SeededRandom random) {
        time.after(20 * MILLI + random.nextLong(2_400 * MILLI), () -> {
            exchange.move(market);
            move(exchange, market, time, random);
        });
    }
}
