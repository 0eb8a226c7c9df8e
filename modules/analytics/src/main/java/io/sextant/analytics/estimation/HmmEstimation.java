package io.sextant.analytics.estimation;

import io.sextant.analytics.statistics.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The hidden Markov model under which numbers are most likely, by expectation and maximisation (Baum and others 1970) from many starts:
 * all climb a while, the better ones longer, the best few until they stand, and the likeliest of those counts. The first state is free. Thrown
 * away is what fits single numbers instead of a state: a variance below 1e-4 of that of all, or fewer than 5 numbers expected in a state. On
 * their way there such starts are the likeliest, so that each place they held goes to the next behind them.
 */
public final class HmmEstimation {

    public static final int STARTS = 80;

    private static final int TRIAL_CYCLES = 12;
    private static final int FINALISTS = 30;
    private static final int FINISHED = 8;
    private static final int HALFWAY_CYCLES = 60;
    private static final int CYCLES_MAX = 4_000;
    /** Two ends nearer than this, in likelihood, go the same way. */
    private static final double SAME = 1e-4;

    private final double[] x;
    private final int states;
    private final HmmPass pass;

    private HmmEstimation(double[] x, int states) {
        this.x = x;
        this.states = states;
        pass = new HmmPass(x, states);
    }

    /**
     * @param starts how many; every fourth is made of the numbers' own spread, the rest by chance
     * @throws IllegalArgumentException with a sentence, when there are too few numbers, they do not move, or no start ends soundly
     */
    public static GaussianHmm fit(double[] numbers, int states, int starts, RandomGenerator random) {
        if (states < 1 || states > GaussianHmm.STATES_MAX) {
            throw new IllegalArgumentException("there are 1 to " + GaussianHmm.STATES_MAX + " states, not " + states);
        }
        Series.check(numbers, (int) (4 * HmmAscent.EXPECTED_MIN * states), "a model of " + states + " states");
        double mean = Series.mean(numbers);
        double scale = Math.sqrt(
                Arrays.stream(numbers).map(v -> (v - mean) * (v - mean)).sum() / numbers.length);
        if (!(scale > 1e-12 * Math.abs(mean)) || scale == 0) {
            throw new IllegalArgumentException("the numbers do not move");
        }
        double[] x = Arrays.stream(numbers).map(v -> (v - mean) / scale).toArray();
        return new HmmEstimation(x, states).best(starts, random).model(mean, scale);
    }

    private HmmAscent best(int starts, RandomGenerator random) {
        List<HmmAscent> trials = new ArrayList<>();
        for (int i = 0; i < (states == 1 ? 1 : Math.max(1, starts)); i++) {
            HmmAscent ascent = new HmmAscent(x, states, pass, i % 4 == 0 ? bySpread(i / 4) : byChance(random));
            if (ascent.climb(TRIAL_CYCLES)) {
                trials.add(ascent);
            }
        }
        Iterator<HmmAscent> hopeful = apart(trials).iterator();
        while (hopeful.hasNext()) {
            List<HmmAscent> halfway = sound(hopeful, HALFWAY_CYCLES, FINALISTS);
            List<HmmAscent> finished = sound(apart(halfway).iterator(), CYCLES_MAX, FINISHED);
            if (!finished.isEmpty()) {
                return Collections.max(finished, Comparator.comparingDouble(HmmAscent::logLikelihood));
            }
        }
        throw new IllegalArgumentException(
                "no start ended soundly: each held a state of fewer than 5 numbers or next to no"
                        + " variance, so these numbers may hold fewer than " + states
                        + " states, many equal values, or a few that dwarf the rest");
    }

    /** The first so many that are still sound after so many cycles more. */
    private static List<HmmAscent> sound(Iterator<HmmAscent> from, int cycles, int most) {
        List<HmmAscent> sound = new ArrayList<>();
        while (sound.size() < most && from.hasNext()) {
            HmmAscent next = from.next();
            if (next.climb(cycles) && next.isSound()) {
                sound.add(next);
            }
        }
        return sound;
    }

    /** The best first, without those that are where another is already. */
    private static List<HmmAscent> apart(List<HmmAscent> trials) {
        trials.sort(Comparator.comparingDouble(HmmAscent::logLikelihood).reversed());
        List<HmmAscent> apart = new ArrayList<>();
        for (HmmAscent each : trials) {
            if (apart.isEmpty() || apart.getLast().logLikelihood() - each.logLikelihood() > SAME) {
                apart.add(each);
            }
        }
        return apart;
    }

    /** Means near the middle, variances from calm to wild, wider from start to start; states that stay. */
    private double[] bySpread(int width) {
        double[] means = new double[states];
        double[] variances = new double[states];
        for (int i = 0; i < states; i++) {
            double place = states == 1 ? 0 : 2.0 * i / (states - 1) - 1;
            variances[i] = states == 1 ? 1 : Math.exp(place * (0.7 + 0.3 * width));
            means[i] = width % 2 == 0 ? 0.05 * place : 0.5 * place;
        }
        double stay = width % 3 == 0 ? 0.95 : width % 3 == 1 ? 0.8 : 0.99;
        return start(means, variances, rows(stay));
    }

    private double[] byChance(RandomGenerator random) {
        double[] means = new double[states];
        double[] variances = new double[states];
        for (int i = 0; i < states; i++) {
            means[i] = random.nextBoolean() ? 0.3 * random.nextGaussian() : x[random.nextInt(x.length)];
            variances[i] = Math.exp(2.5 * random.nextDouble() - 1.75);
        }
        double[] rows = rows(0.4 + 0.59 * random.nextDouble());
        for (int i = 0; i < states; i++) {
            double total = 0;
            for (int at = i * states; at < (i + 1) * states; at++) {
                rows[at] *= 0.5 + random.nextDouble();
                total += rows[at];
            }
            for (int at = i * states; at < (i + 1) * states; at++) {
                rows[at] /= total;
            }
        }
        return start(means, variances, rows);
    }

    private double[] rows(double stay) {
        double[] rows = new double[states * states];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = states == 1 ? 1 : i / states == i % states ? stay : (1 - stay) / (states - 1);
        }
        return rows;
    }

    private double[] start(double[] means, double[] variances, double[] rows) {
        double[] start = new double[states + rows.length + 2 * states];
        Arrays.fill(start, 0, states, 1.0 / states);
        System.arraycopy(rows, 0, start, states, rows.length);
        System.arraycopy(means, 0, start, states + rows.length, states);
        System.arraycopy(variances, 0, start, states + rows.length + states, states);
        return start;
    }
}
