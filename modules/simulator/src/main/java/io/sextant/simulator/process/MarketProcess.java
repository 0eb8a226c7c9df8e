package io.sextant.simulator.process;

import io.sextant.domain.journal.StateReader;
import io.sextant.domain.journal.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * What every instrument is worth, in steps of equal length: a diffusion with common factors whose volatility changes with the
 * market's regime, the group's and the instrument's own state and the time of day; jumps; crashes of which a part comes
 * back. The agents' market takes a step a quarter of a second, the older bars one a minute, from the same calibration.
 *
 * <p>Shared and own randomness come from separate streams, so an instrument's path does not depend on which others are
 * computed beside it.
 */
public final class MarketProcess {

    private static final Season[] GROUPS = Season.values();
    private static final int SHARED_STREAM = 1;
    private static final int GROUP_STREAM = 10;
    private static final int OWN_STREAM = 100;

    private final ValueProfile[] profiles;
    private final int[] own;
    private final int[] baskets;
    private final double stepSeconds;
    private final StepConstants step;
    private final ShockListener shocks;

    private final RegimeChain weather;
    private final Draws shared;
    private final Draws[] groupDraws = new Draws[GROUPS.length];
    private final boolean[] groupWanted = new boolean[GROUPS.length];
    private final Draws[] draws;

    private final double[] groupLogVolatility = new double[GROUPS.length];
    private final double[] groupShock = new double[GROUPS.length];
    private final double[] groupActivity = new double[GROUPS.length];
    private final double[] groupPace = new double[GROUPS.length];

    private final double[] ownLoading;
    private final double[] logVolatility;
    private final boolean[] busy;
    private final double[] lasting;
    private final double[] passing;
    private final double[] news;
    private final double[] basis;
    private final double[] valueTicks;
    private final double[] relativeVolatility;

    public MarketProcess(
            long seed, List<ValueProfile> profiles, boolean[] wanted, double stepSeconds, ShockListener shocks) {
        this.profiles = profiles.toArray(ValueProfile[]::new);
        this.stepSeconds = stepSeconds;
        this.step = new StepConstants(stepSeconds);
        this.shocks = shocks;
        int size = this.profiles.length;
        boolean[] needed = withComponents(wanted);
        own = indices(needed, false);
        baskets = indices(needed, true);
        weather = new RegimeChain(seed, stepSeconds);
        shared = Draws.stream(seed, SHARED_STREAM);
        draws = new Draws[size];
        for (int i = 0; i < size; i++) {
            draws[i] = Draws.stream(seed, OWN_STREAM + i);
            groupWanted[this.profiles[i].season().index()] |= needed[i];
        }
        for (int group = 0; group < GROUPS.length; group++) {
            groupDraws[group] = Draws.stream(seed, GROUP_STREAM + group);
        }
        ownLoading = profiles.stream().mapToDouble(ValueProfile::ownLoading).toArray();
        logVolatility = new double[size];
        busy = new boolean[size];
        lasting = new double[size];
        passing = new double[size];
        news = new double[size];
        basis = new double[size];
        valueTicks = new double[size];
        relativeVolatility = new double[size];
        startFromTheLongRun();
    }

    private boolean[] withComponents(boolean[] wanted) {
        boolean[] needed = wanted.clone();
        for (int i = 0; i < profiles.length; i++) {
            for (int j = 0; wanted[i] && j < profiles[i].basket().length; j++) {
                needed[j] |= profiles[i].basket()[j] != 0;
            }
        }
        return needed;
    }

    private int[] indices(boolean[] needed, boolean basketOnes) {
        int[] found = new int[profiles.length];
        int count = 0;
        for (int i = 0; i < profiles.length; i++) {
            if (needed[i] && profiles[i].isBasket() == basketOnes) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void startFromTheLongRun() {
        for (int group = 0; group < groupLogVolatility.length; group++) {
            groupLogVolatility[group] = Calibration.GROUP_VOLATILITY_SD * groupDraws[group].normal();
        }
        for (int i : own) {
            logVolatility[i] = Calibration.OWN_VOLATILITY_SD * draws[i].normal();
            busy[i] = draws[i].happens(Calibration.busyTimeShare());
        }
        for (int i = 0; i < profiles.length; i++) {
            valueTicks[i] = profiles[i].startTicks();
            relativeVolatility[i] = 1;
        }
    }

    /** Takes the step that ends at {@code timeNanos}. */
    public void advance(long timeNanos) {
        weather.step();
        double marketShock = shared.normal();
        for (Season group : GROUPS) {
            if (groupWanted[group.index()]) {
                stepGroup(group, timeNanos);
            }
        }
        for (int i : own) {
            stepOwn(i, marketShock);
        }
        for (Season group : GROUPS) {
            if (groupWanted[group.index()] && groupDraws[group.index()].happens(step.groupJump)) {
                shockGroup(group);
            }
        }
        for (int i : own) {
            valueTicks[i] = Math.max(
                    Calibration.LEAST_TICKS, profiles[i].startTicks() * Transcendental.exp(lasting[i] + passing[i]));
        }
        for (int i : baskets) {
            stepBasket(i);
        }
    }

    private void stepGroup(Season group, long timeNanos) {
        int g = group.index();
        groupActivity[g] = group.at(timeNanos);
        groupPace[g] = Math.sqrt(groupActivity[g]);
        groupLogVolatility[g] = step.groupDecay * groupLogVolatility[g] + step.groupNoise * groupDraws[g].normal();
        groupShock[g] = groupDraws[g].normal();
    }

    private void shockGroup(Season group) {
        double size = Calibration.GROUP_JUMP_SCALE * groupDraws[group.index()].laplace();
        for (int i : own) {
            if (profiles[i].season() == group) {
                shock(i, size * profiles[i].dailyVolatility());
            }
        }
        shocks.onGroupShock(group, size);
    }

    private void stepOwn(int i, double marketShock) {
        ValueProfile profile = profiles[i];
        Regime regime = weather.regime();
        Draws mine = draws[i];
        int group = profile.season().index();
        // One number decides two rare and exclusive things: the low end the own regime, the high end a jump.
        double chance = mine.uniform();
        if (chance < (busy[i] ? step.calmDown : step.getBusy)) {
            busy[i] = !busy[i];
        }
        logVolatility[i] = step.ownDecay * logVolatility[i] + step.ownNoise * mine.normal();
        double level = regime.volatility()
                * (busy[i] ? Calibration.BUSY_VOLATILITY : 1)
                * Transcendental.exp(groupLogVolatility[group] + logVolatility[i])
                / step.volatilityNorm;
        relativeVolatility[i] = level;

        double shock = profile.marketLoading() * marketShock
                + profile.groupLoading() * groupShock[group]
                + ownLoading[i] * mine.normal();
        double scale = profile.dailyVolatility();
        double diffusion = scale * step.diffusion * level * groupPace[group] * shock;
        double drift = step.yearPart * profile.yearlyDrift() + scale * step.crashRepair;
        double crash = 0;
        if (regime == Regime.TRENDING) {
            drift += scale * step.trend * weather.trendSign();
        } else if (regime == Regime.CRASH) {
            crash = scale * step.crash;
        }
        double understood = news[i] * step.newsShare;
        news[i] -= understood;
        lasting[i] += diffusion + drift + understood - crash * Calibration.CRASH_LASTING_SHARE;
        passing[i] = passing[i] * step.recovery - crash * (1 - Calibration.CRASH_LASTING_SHARE);
        if (chance > 1 - step.ownJump) {
            double size = Calibration.OWN_JUMP_SCALE * mine.laplace() * scale;
            shock(i, size);
            shocks.onOwnShock(i, size);
        }
    }

    private void shock(int i, double size) {
        lasting[i] += size * step.atOnce;
        news[i] += size * (1 - step.atOnce);
    }

    private void stepBasket(int i) {
        double[] weights = profiles[i].basket();
        double level = 0;
        double volatility = 0;
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                level += weights[j] * valueTicks[j] / profiles[j].startTicks();
                volatility += weights[j] * relativeVolatility[j];
            }
        }
        basis[i] = step.basisDecay * basis[i] + step.basisNoise * draws[i].normal();
        relativeVolatility[i] = volatility;
        valueTicks[i] = Math.max(Calibration.LEAST_TICKS, profiles[i].startTicks() * level * (1 + basis[i]));
    }

    /** Moves an instrument's worth for good: what somebody who knows more trades on. */
    public void learn(int instrument, double logReturn) {
        lasting[instrument] += logReturn;
    }

    /** The share of an instrument's variance that is diffusion; the rest are jumps. */
    public static double diffusionShare() {
        return Calibration.diffusionShare();
    }

    /** What one unit is worth now, in ticks and fractions of them. */
    public double valueTicks(int instrument) {
        return valueTicks[instrument];
    }

    /** Volatility now against the instrument's usual one, without the time of day. */
    public double relativeVolatility(int instrument) {
        return relativeVolatility[instrument];
    }

    /** How busy the time of day is, around one. */
    public double activity(int instrument) {
        return groupActivity[profiles[instrument].season().index()];
    }

    public Regime regime() {
        return weather.regime();
    }

    public double stepSeconds() {
        return stepSeconds;
    }

    public void save(StateWriter out) {
        weather.save(out);
        shared.save(out);
        for (Draws stream : groupDraws) {
            stream.save(out);
        }
        for (Draws stream : draws) {
            stream.save(out);
        }
        out.putDoubles(groupLogVolatility, groupLogVolatility.length);
        out.putDoubles(groupActivity, groupActivity.length);
        for (int i = 0; i < profiles.length; i++) {
            out.putDouble(logVolatility[i]);
            out.putBoolean(busy[i]);
            out.putDouble(lasting[i]);
            out.putDouble(passing[i]);
            out.putDouble(news[i]);
            out.putDouble(basis[i]);
            out.putDouble(valueTicks[i]);
            out.putDouble(relativeVolatility[i]);
        }
    }

    public void load(StateReader in) {
        weather.load(in);
        shared.load(in);
        for (Draws stream : groupDraws) {
            stream.load(in);
        }
        for (Draws stream : draws) {
            stream.load(in);
        }
        System.arraycopy(in.getDoubles(), 0, groupLogVolatility, 0, groupLogVolatility.length);
        System.arraycopy(in.getDoubles(), 0, groupActivity, 0, groupActivity.length);
        for (int i = 0; i < profiles.length; i++) {
            logVolatility[i] = in.getDouble();
            busy[i] = in.getBoolean();
            lasting[i] = in.getDouble();
            passing[i] = in.getDouble();
            news[i] = in.getDouble();
            basis[i] = in.getDouble();
            valueTicks[i] = in.getDouble();
            relativeVolatility[i] = in.getDouble();
        }
    }

    /** What depends only on the length of a step. */
    private static final class StepConstants {

        final double volatilityNorm = Calibration.volatilityNorm();
        final double groupDecay;
        final double groupNoise;
        final double ownDecay;
        final double ownNoise;
        final double basisDecay;
        final double basisNoise;
        final double getBusy;
        final double calmDown;
        final double ownJump;
        final double groupJump;
        final double diffusion;
        final double yearPart;
        final double crashRepair;
        final double trend;
        final double crash;
        final double recovery;
        final double newsShare;
        final double atOnce;

        StepConstants(double seconds) {
            groupDecay = StrictMath.exp(-seconds / Calibration.GROUP_VOLATILITY_SECONDS);
            groupNoise = Calibration.GROUP_VOLATILITY_SD * StrictMath.sqrt(1 - groupDecay * groupDecay);
            ownDecay = StrictMath.exp(-seconds / Calibration.OWN_VOLATILITY_SECONDS);
            ownNoise = Calibration.OWN_VOLATILITY_SD * StrictMath.sqrt(1 - ownDecay * ownDecay);
            basisDecay = StrictMath.exp(-seconds / Calibration.BASIS_SECONDS);
            basisNoise = Calibration.BASIS_SD * StrictMath.sqrt(1 - basisDecay * basisDecay);
            getBusy = happening(seconds / Calibration.BUSY_EVERY_SECONDS);
            calmDown = happening(seconds / Calibration.BUSY_SECONDS);
            double dayPart = seconds / Calibration.DAY_SECONDS;
            ownJump = happening(dayPart * Calibration.OWN_JUMPS_A_DAY);
            groupJump = happening(dayPart * Calibration.GROUP_JUMPS_A_DAY);
            diffusion = StrictMath.sqrt(Calibration.diffusionShare() * dayPart);
            yearPart = dayPart / Calibration.YEAR_DAYS;
            crashRepair = seconds * Calibration.crashDriftASecond();
            trend = Calibration.TREND_AN_HOUR * seconds / 3_600;
            crash = Calibration.CRASH_DROP * seconds / Regime.CRASH.meanSeconds();
            recovery = StrictMath.exp(-seconds / Calibration.RECOVERY_SECONDS);
            newsShare = happening(seconds / Calibration.NEWS_SECONDS);
            // A jump comes anywhere within the step, so a part of what is understood later falls into the same step.
            double sameStep = 1 - newsShare * Calibration.NEWS_SECONDS / seconds;
            atOnce = Calibration.JUMP_AT_ONCE + (1 - Calibration.JUMP_AT_ONCE) * sameStep;
        }

        /** Probability that something with this expected count in a step happens at least once. */
        private static double happening(double expected) {
            return 1 - StrictMath.exp(-expected);
        }
    }
}
