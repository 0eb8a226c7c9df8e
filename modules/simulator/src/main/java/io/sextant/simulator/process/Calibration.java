package io.sextant.simulator.process;

/**
 * The numbers behind the worth of things, the same for the agents' market and for the older bars. Variances are normalised so
 * that the instrument's daily volatility comes out whatever is changed here.
 */
final class Calibration {

    static final double DAY_SECONDS = 86_400;
    static final double YEAR_DAYS = 365.25;

    /** Log volatility of a group and of one instrument: two Ornstein-Uhlenbeck speeds give the slow decay that Cont (2001) lists. */
    static final double GROUP_VOLATILITY_SD = 0.35;

    static final double GROUP_VOLATILITY_SECONDS = 2 * 3_600;
    static final double OWN_VOLATILITY_SD = 0.30;
    static final double OWN_VOLATILITY_SECONDS = 30 * 60;

    /** An instrument's own regime: now and then it is in the news and everybody trades it. */
    static final double BUSY_EVERY_SECONDS = 6 * 3_600;

    static final double BUSY_SECONDS = 20 * 60;
    static final double BUSY_VOLATILITY = 1.8;

    static final double OWN_JUMPS_A_DAY = 3;
    static final double OWN_JUMP_SCALE = 0.10;
    static final double GROUP_JUMPS_A_DAY = 6;
    static final double GROUP_JUMP_SCALE = 0.06;

    /** News is understood over some seconds: this share at once, the rest with this time constant. */
    static final double JUMP_AT_ONCE = 0.4;

    static final double NEWS_SECONDS = 6;

    /** Drift of a trend, in daily volatilities an hour. */
    static final double TREND_AN_HOUR = 0.06;

    /** What a crash of mean length takes, in daily volatilities, and how much of it does not come back. */
    static final double CRASH_DROP = 1.2;

    static final double CRASH_LASTING_SHARE = 0.4;
    static final double RECOVERY_SECONDS = 4 * 3_600;

    /** How far a future strays from its basket, as a log price. */
    static final double BASIS_SD = 0.000_03;

    static final double BASIS_SECONDS = 300;

    /** No worth falls below so many ticks: the grid would be too coarse to trade on. */
    static final double LEAST_TICKS = 25;

    private Calibration() {}

    /**
     * The share of a day's variance that is left for diffusion beside jumps, trends and crashes. A stay of mean length T has
     * a mean square of 2 T squared; what crashes take and give back within hours is left out.
     */
    static double diffusionShare() {
        double jumps = OWN_JUMPS_A_DAY * 2 * OWN_JUMP_SCALE * OWN_JUMP_SCALE
                + GROUP_JUMPS_A_DAY * 2 * GROUP_JUMP_SCALE * GROUP_JUMP_SCALE;
        double trendHours = Regime.TRENDING.meanSeconds() / 3_600;
        double trends = staysADay(Regime.TRENDING) * 2 * square(TREND_AN_HOUR * trendHours);
        double crashes = staysADay(Regime.CRASH) * 2 * square(CRASH_DROP * CRASH_LASTING_SHARE);
        return 1 - jumps - trends - crashes;
    }

    private static double staysADay(Regime regime) {
        return regime.timeShare() * DAY_SECONDS / regime.meanSeconds();
    }

    private static double square(double value) {
        return value * value;
    }

    static double busyTimeShare() {
        return BUSY_SECONDS / (BUSY_SECONDS + BUSY_EVERY_SECONDS);
    }

    /** Root mean square of all volatility multipliers together. */
    static double volatilityNorm() {
        double busy = 1 + busyTimeShare() * (BUSY_VOLATILITY * BUSY_VOLATILITY - 1);
        double logNormal = 2 * (GROUP_VOLATILITY_SD * GROUP_VOLATILITY_SD + OWN_VOLATILITY_SD * OWN_VOLATILITY_SD);
        return StrictMath.sqrt(Regime.meanSquareVolatility() * busy * StrictMath.exp(logNormal));
    }

    /** Lasting loss from crashes, in daily volatilities a second; put back as drift so that they do not rule the long run. */
    static double crashDriftASecond() {
        return Regime.CRASH.timeShare() * CRASH_LASTING_SHARE * CRASH_DROP / Regime.CRASH.meanSeconds();
    }
}
