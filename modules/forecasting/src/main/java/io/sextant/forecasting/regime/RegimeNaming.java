package io.sextant.forecasting.regime;

import io.sextant.domain.regime.RegimeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What states are called, by what their bars measurably were. The usual deviation is that of the state in which the calmer half of all bars
 * ends. Wild is 1.6 times the usual and more; a crash is 1.8 times and more and falls, in an average stay, by more than 1.5 deviations of a usual
 * stay as long, and takes at most a tenth of the time. Of the others, those that move by more than 0.75 of their own deviations in an average stay are trends, and the rest a range. A
 * mean that is within two of its standard errors of nought counts as none.
 */
final class RegimeNaming {

    private static final double WILD = 1.6;
    private static final double CRASHING = 1.8;
    private static final double CRASH_FALL = -1.5;
    /** What takes more of the time is no crash, whichever way it goes. */
    private static final double CRASH_SHARE = 0.1;

    private static final double TRENDING = 0.75;
    /** In standard errors of the mean. */
    private static final double SURE = 2;
    /** A stay that never ends moves no further than this many bars do. */
    private static final double STAY_MAX = 250;

    private RegimeNaming() {}

    /** A state's bars. */
    record Measured(double bars, double share, double meanReturn, double deviation, double expectedStay) {

        /** What an average stay moves, in deviations of such a stay. */
        double drift() {
            return meanReturn * Math.sqrt(Math.min(STAY_MAX, expectedStay)) / deviation;
        }

        /** Whether so large a mean is hardly by chance. */
        boolean isSure() {
            return Math.abs(meanReturn) * Math.sqrt(bars) > SURE * deviation;
        }
    }

    static List<RegimeName> names(List<Measured> states) {
        double usual = usual(states);
        List<RegimeName> names = new ArrayList<>();
        for (Measured state : states) {
            double drift = state.drift();
            if (state.deviation >= WILD * usual) {
                boolean falls =
                        drift * state.deviation <= CRASH_FALL * usual && state.isSure() && state.share <= CRASH_SHARE;
                names.add(falls && state.deviation >= CRASHING * usual ? RegimeName.CRASH : RegimeName.TURBULENT);
            } else if (Math.abs(drift) > TRENDING && state.isSure()) {
                names.add(drift > 0 ? RegimeName.TREND_UP : RegimeName.TREND_DOWN);
            } else {
                names.add(RegimeName.RANGE);
            }
        }
        return names;
    }

    /** The deviation of the state in which the calmer half of all bars ends. */
    private static double usual(List<Measured> states) {
        double share = 0;
        List<Measured> calmFirst = states.stream()
                .sorted(Comparator.comparingDouble(Measured::deviation))
                .toList();
        for (Measured state : calmFirst) {
            share += state.share;
            if (share >= 0.5) {
                return state.deviation;
            }
        }
        return calmFirst.getLast().deviation;
    }

    /** @param shares of each state at each bar of {@code returns} */
    static List<Measured> measured(double[][] shares, double[] returns, double[] expectedStays) {
        return IntStream.range(0, shares.length)
                .mapToObj(i -> measured(shares[i], returns, expectedStays[i]))
                .toList();
    }

    private static Measured measured(double[] share, double[] returns, double expectedStay) {
        double weight = 0;
        double sum = 0;
        for (int t = 0; t < returns.length; t++) {
            weight += share[t];
            sum += share[t] * returns[t];
        }
        double mean = sum / weight;
        double squares = 0;
        for (int t = 0; t < returns.length; t++) {
            squares += share[t] * (returns[t] - mean) * (returns[t] - mean);
        }
        return new Measured(weight, weight / returns.length, mean, Math.sqrt(squares / weight), expectedStay);
    }
}
