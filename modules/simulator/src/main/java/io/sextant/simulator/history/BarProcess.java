package io.sextant.simulator.history;

import io.sextant.domain.time.SeededRandom;
import io.sextant.simulator.process.Draws;
import io.sextant.simulator.process.MarketProcess;
import io.sextant.simulator.process.ShockListener;
import io.sextant.simulator.process.Transcendental;
import io.sextant.simulator.process.ValueProfile;
import java.util.List;

/**
 * One instrument's minutes, week by week. Each week starts from the long run of regimes and volatilities with its own seed, so
 * any week can be made without those before it; a week's prices are relative to its first and get their level when weeks are
 * joined. A minute's bar is the change of worth, the extremes that a Brownian motion of that minute's volatility has between
 * its ends, and the noise of trading.
 */
final class BarProcess {

    static final long MINUTE_NANOS = 60_000_000_000L;
    static final int WEEK_MINUTES = 7 * 24 * 60;

    private static final double STEP_SECONDS = 60;
    private static final int DETAIL_STREAM = 50;

    /** What agents do with the volatility they see: the same limits and the same root as in their market. */
    private static final double CALMEST = 0.6;

    private static final double WILDEST = 8;

    /**
     * The extreme of trades falls short of the extreme of the path between them by this many standard deviations of a step
     * (Broadie, Glasserman and Kou, 1997: minus zeta of one half over the root of two pi).
     */
    private static final double SEEN_BETWEEN_TRADES = 0.5826;

    /** Trades come in bursts at nearly the same price: so many of them look at the path on their own. */
    private static final double TRADES_APART = 0.7;

    /** However much is traded, the price follows the worth within about a second, so no more often does it look anew. */
    private static final double FOLLOWED_A_MINUTE = 65;

    /** Takers bring others with them, so volume grows faster than what brings them: an exponent measured on the agents. */
    private static final double VOLUME_GROWTH = 1.17;

    /** Part of the noise of a trade's price by which the extremes go beyond the path. */
    private static final double NOISE_AT_EXTREMES = 0.7;

    private final List<ValueProfile> profiles;
    private final BarProfile bars;
    private final int instrument;
    private final long seed;
    private final boolean[] wanted;
    private final double minuteVolatility;

    BarProcess(List<ValueProfile> profiles, BarProfile bars, int instrument, long seed) {
        this.profiles = profiles;
        this.bars = bars;
        this.instrument = instrument;
        this.seed = seed;
        wanted = new boolean[profiles.size()];
        wanted[instrument] = true;
        minuteVolatility = profiles.get(instrument).dailyVolatility()
                * StrictMath.sqrt(MarketProcess.diffusionShare() * STEP_SECONDS / 86_400);
    }

    /** The worth at the end of each minute relative to the week's start, and how volatile and busy the minute was. */
    static final class Path {

        final long firstNanos;
        final int size;
        final double[] level;
        final double[] volatility;
        final double[] activity;

        Path(long firstNanos, int size) {
            this.firstNanos = firstNanos;
            this.size = size;
            level = new double[size + 1];
            volatility = new double[size];
            activity = new double[size];
            level[0] = 1;
        }

        double lastLevel() {
            return level[size];
        }
    }

    Path path(long week, long firstNanos, int minutes) {
        long weekSeed = SeededRandom.stream(seed, week).nextLong();
        MarketProcess process = new MarketProcess(weekSeed, profiles, wanted, STEP_SECONDS, ShockListener.NONE);
        double perTick = 1 / profiles.get(instrument).startTicks();
        Path path = new Path(firstNanos, minutes);
        for (int i = 0; i < minutes; i++) {
            process.advance(firstNanos + (i + 1) * MINUTE_NANOS);
            path.level[i + 1] = process.valueTicks(instrument) * perTick;
            path.activity[i] = process.activity(instrument);
            path.volatility[i] = process.relativeVolatility(instrument) * Math.sqrt(path.activity[i]);
        }
        return path;
    }

    /**
     * Bars of a path whose level one is worth {@code levelTicks}, growing by the factor {@code pull} a minute besides.
     */
    MinuteColumns bars(Path path, long week, double levelTicks, double pull) {
        Draws draws = Draws.stream(SeededRandom.stream(seed, week).nextLong(), DETAIL_STREAM + instrument);
        MinuteColumns out = new MinuteColumns(path.firstNanos, path.size);
        double noise = bars.noiseTicks();
        double unit = levelTicks;
        for (int i = 0; i < path.size; i++) {
            double from = path.level[i] * unit;
            unit *= pull;
            double to = path.level[i + 1] * unit;
            double move = to - from;
            double sigma = minuteVolatility * path.volatility[i] * from;
            double spread = 2 * sigma * sigma;
            double up = (move + Math.sqrt(move * move + spread * draws.exponential())) / 2;
            double down = (move - Math.sqrt(move * move + spread * draws.exponential())) / 2;
            double bursts = TRADES_APART * bars.tradesAMinute() * path.activity[i];
            double missed = SEEN_BETWEEN_TRADES * sigma * Math.sqrt(1 / bursts + 1 / FOLLOWED_A_MINUTE);
            long open = ticks(from + noise * draws.normal());
            long close = ticks(to + noise * draws.normal());
            out.open[i] = open;
            out.close[i] = close;
            out.high[i] = Math.max(Math.max(open, close), ticks(from + up - missed + NOISE_AT_EXTREMES * noise));
            out.low[i] = Math.min(Math.min(open, close), ticks(from + down + missed - NOISE_AT_EXTREMES * noise));
            out.lots[i] = lots(path, i, draws.normal());
        }
        return out;
    }

    private static long ticks(double value) {
        return Math.max(1, Math.round(value));
    }

    private long lots(Path path, int minute, double luck) {
        if (bars.lotsAMinute() == 0) {
            return 0;
        }
        double wildness = Math.max(CALMEST, Math.min(WILDEST, path.volatility[minute]));
        double pull = VOLUME_GROWTH * Transcendental.log(path.activity[minute] * Math.sqrt(wildness));
        return Math.max(1, Math.round(bars.lotsAMinute() * Transcendental.exp(pull + bars.volumeNoise() * luck)));
    }
}
