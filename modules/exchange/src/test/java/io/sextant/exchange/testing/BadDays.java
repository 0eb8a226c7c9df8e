package io.sextant.exchange.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sextant.domain.market.Timeframe;
import io.sextant.domain.time.SeededRandom;
import io.sextant.exchange.live.FeedHealth;
import io.sextant.exchange.live.LiveFeed;
import io.sextant.exchange.live.LiveSettings;
import io.sextant.exchange.standin.StandInExchange;
import io.sextant.exchange.standin.VenueShape;
import io.sextant.exchange.standin.fault.FaultPlan;
import io.sextant.exchange.standin.market.ListedPair;
import io.sextant.exchange.testing.AgainstTruth.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Bad days of every kind, a seed each: what the engine believes is the venue's truth, or it is marked as not trusted. */
public final class BadDays {

    /** Over all venues: five hundred by default, ten thousand in the long profile, which asks for more of shorter ones elsewhere. */
    private static final int HISTORIES = Math.min(10_000, Integer.getInteger("sextant.histories", 500));

    private static final int VENUES = 3;
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;

    /** Not at the start of a minute. */
    private static final long START = 1_790_000_000L * SECOND + 17 * SECOND;

    private static final long BAD = 90 * SECOND;
    private static final long GOOD = 80 * SECOND;
    private static final double[] STREAM_SHARES = {0.001, 0.006, 0.03};
    private static final double[] REQUEST_SHARES = {0.02, 0.2, 0.5};

    /** A quiet market may say nothing for so long, and polling waits for its turn. */
    private static final long OLDEST_BOOK_AT_LAST = 20 * SECOND;

    private final Supplier<VenueShape> shape;
    private final List<ListedPair> pairs;
    private final BookWitness.Claim claim;
    private final Reach reach;

    /** Makes a venue's connector for one history. */
    @FunctionalInterface
    public interface Reach {

        VirtualVenue of(StandInExchange exchange, VirtualTime time, SeededRandom random);
    }

    public BadDays(Supplier<VenueShape> shape, List<ListedPair> pairs, BookWitness.Claim claim, Reach reach) {
        this.shape = shape;
        this.pairs = pairs;
        this.claim = claim;
        this.reach = reach;
    }

    /** This venue's share of all histories. */
    public Tally all() {
        return LongStream.range(0, (HISTORIES + VENUES - 1) / VENUES)
                .parallel()
                .mapToObj(this::history)
                .reduce(new Tally(0, 0), Tally::plus);
    }

    /** One day, for what once went wrong on it. */
    public Tally history(long seed) {
        try {
            return run(seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("history " + seed, e);
        }
    }

    private Tally run(long seed) {
        SeededRandom random = SeededRandom.stream(seed, 1);
        VirtualTime time = new VirtualTime(START);
        FaultPlan plan = new FaultPlan(
                seed,
                STREAM_SHARES[random.nextInt(STREAM_SHARES.length)],
                REQUEST_SHARES[random.nextInt(REQUEST_SHARES.length)]);
        StandInExchange exchange = new StandInExchange(shape.get(), pairs, seed, time, time, plan);
        exchange.skewClock(random.nextInt(4) == 0 ? (random.nextLong(600) - 300) * SECOND : 0);
        VirtualVenue venue = reach.of(exchange, time, random);
        LiveFeed feed = new LiveFeed(
                venue,
                venue.listings(),
                LiveSettings.USUAL,
                time,
                time,
                task -> time.after(2 * MILLI + random.nextLong(80 * MILLI), task),
                random);
        EngineTwin engine = new EngineTwin(feed);
        List<BookWitness> witnesses = new ArrayList<>();
        for (int market = 0; market < pairs.size(); market++) {
            move(exchange, market, time, random);
            witnesses.add(new BookWitness(market, claim, exchange.all().get(market)));
        }
        feed.start();
        time.every(SECOND, exchange::beat);
        time.every(50 * MILLI, () -> engine.turn(time.nanos()));
        time.every(7 * SECOND, () -> checkBooks(witnesses, feed, engine, time));
        time.runUntil(START + BAD);
        plan.calmDown();
        time.runUntil(START + BAD + GOOD);
        // Polling leaves off for a moment now and then to try the stream again; that may be just now.
        for (int more = 0; more < 10 && !isWhole(feed.health()); more++) {
            time.runUntil(time.nanos() + SECOND);
        }
        FeedHealth health = feed.health();
        assertThat(health.phase()).as("%s", health).isEqualTo(FeedHealth.Phase.LIVE);
        assertThat(checkBooks(witnesses, feed, engine, time)).as("%s", health).isEqualTo(pairs.size());
        witnesses.forEach(one -> one.assertNewerThan(exchange.venueNanos() - OLDEST_BOOK_AT_LAST));
        assertThat(health.instruments()).allMatch(FeedHealth.InstrumentHealth::tradesWhole);
        Tally tally = new Tally(0, 0);
        for (int i = 0; i < pairs.size(); i++) {
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

    private static int checkBooks(List<BookWitness> witnesses, LiveFeed feed, EngineTwin engine, VirtualTime time) {
        engine.turn(time.nanos());
        FeedHealth health = feed.health();
        int trusted = 0;
        for (BookWitness witness : witnesses) {
            trusted += witness.check(health, engine) ? 1 : 0;
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
