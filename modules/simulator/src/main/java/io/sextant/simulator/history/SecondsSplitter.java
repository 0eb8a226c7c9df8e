package io.sextant.simulator.history;

import io.sextant.domain.time.SeededRandom;
import io.sextant.simulator.process.Draws;
import java.util.Arrays;

/**
 * Divides a minute's bar into its seconds so that they add up to it exactly: a random walk from open to close, stretched to
 * touch the high and the low, and the volume dealt out at random.
 */
final class SecondsSplitter {

    static final int SECONDS = 60;

    final long[] open = new long[SECONDS];
    final long[] high = new long[SECONDS];
    final long[] low = new long[SECONDS];
    final long[] close = new long[SECONDS];
    final long[] lots = new long[SECONDS];

    private final long seed;
    private final double[] walk = new double[SECONDS + 1];
    private final double[] weight = new double[SECONDS];

    SecondsSplitter(long seed) {
        this.seed = seed;
    }

    void split(MinuteColumns minutes, int minute) {
        long nanos = minutes.firstNanos + minute * BarProcess.MINUTE_NANOS;
        Draws draws = Draws.stream(SeededRandom.stream(seed, nanos).nextLong(), 0);
        walk(minutes, minute, draws);
        for (int second = 0; second < SECONDS; second++) {
            open[second] = Math.round(walk[second]);
            close[second] = Math.round(walk[second + 1]);
            high[second] = Math.max(open[second], close[second]);
            low[second] = Math.min(open[second], close[second]);
        }
        reach(high, minutes.high[minute], draws);
        reach(low, minutes.low[minute], draws);
        deal(minutes.lots[minute], draws);
    }

    private void walk(MinuteColumns minutes, int minute, Draws draws) {
        double from = minutes.open[minute];
        double to = minutes.close[minute];
        double step = Math.max(1, minutes.high[minute] - minutes.low[minute]) / StrictMath.sqrt(SECONDS);
        walk[0] = 0;
        for (int i = 1; i <= SECONDS; i++) {
            walk[i] = walk[i - 1] + step * draws.normal();
        }
        double end = walk[SECONDS];
        double top = Math.max(from, to);
        double bottom = Math.min(from, to);
        double highest = top;
        double lowest = bottom;
        for (int i = 0; i <= SECONDS; i++) {
            walk[i] += from + (to - from - end) * i / SECONDS;
            highest = Math.max(highest, walk[i]);
            lowest = Math.min(lowest, walk[i]);
        }
        double stretchUp = highest > top ? (minutes.high[minute] - top) / (highest - top) : 0;
        double stretchDown = lowest < bottom ? (bottom - minutes.low[minute]) / (bottom - lowest) : 0;
        for (int i = 0; i <= SECONDS; i++) {
            if (walk[i] > top) {
                walk[i] = top + (walk[i] - top) * stretchUp;
            } else if (walk[i] < bottom) {
                walk[i] = bottom - (bottom - walk[i]) * stretchDown;
            }
        }
    }

    /** A walk that never left the range of its ends did not touch the extreme: some second did, between its own ends. */
    private static void reach(long[] extremes, long extreme, Draws draws) {
        for (long each : extremes) {
            if (each == extreme) {
                return;
            }
        }
        extremes[draws.below(SECONDS)] = extreme;
    }

    private void deal(long total, Draws draws) {
        double sum = 0;
        for (int i = 0; i < SECONDS; i++) {
            weight[i] = draws.exponential();
            sum += weight[i];
        }
        Arrays.fill(lots, 0);
        double passed = 0;
        long dealt = 0;
        for (int i = 0; i < SECONDS; i++) {
            passed += weight[i];
            long until = i == SECONDS - 1 ? total : Math.round(total * (passed / sum));
            lots[i] = until - dealt;
            dealt = until;
        }
    }
}
