package io.sextant.strategy.group;

import java.util.Arrays;

/**
 * A sum of log prices that comes back to its mean, and whether it is held: against it where it is far, out where it is near, and out for good
 * where it is so far that it has likely come apart.
 */
final class Spread {

    /** From where on it is traded, and where no more. */
    record Rule(double enter, double leave, double stop) {

        Rule {
            if (!(leave < enter && enter < stop)) {
                throw new IllegalArgumentException("it leaves nearer than it enters and stops farther, not at " + leave
                        + ", " + enter + " and " + stop);
            }
        }
    }

    final int[] instruments;
    final double[] coefficients;
    final double mean;
    final double deviation;
    int side;
    private boolean stopped;

    Spread(int[] instruments, double[] coefficients, double mean, double deviation) {
        this.instruments = instruments;
        this.coefficients = coefficients;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** In deviations from its mean. */
    double score(ClosePanel panel) {
        double sum = 0;
        for (int i = 0; i < instruments.length; i++) {
            sum += coefficients[i] * panel.newest(instruments[i]);
        }
        return (sum - mean) / deviation;
    }

    boolean isOfSame(Spread other) {
        return Arrays.equals(instruments, other.instruments);
    }

    void goOnFrom(Spread before) {
        side = before.side;
        stopped = before.stopped;
    }

    /** Whether what is wished of it has changed. */
    boolean turns(double score, Rule rule) {
        int before = side;
        if (stopped) {
            stopped = Math.abs(score) > rule.leave();
        } else if (Math.abs(score) > rule.stop()) {
            stopped = true;
            side = 0;
        } else if (score > rule.enter()) {
            side = -1;
        } else if (score < -rule.enter()) {
            side = 1;
        } else if ((side > 0 && score >= -rule.leave()) || (side < 0 && score <= rule.leave())) {
            side = 0;
        }
        return side != before;
    }

    String code() {
        return stopped ? "came-apart" : side > 0 ? "spread-too-low" : side < 0 ? "spread-too-high" : "spread-came-home";
    }

    /** Of the money in it, by the place among its instruments: both sides together make 1. */
    double weight(int place) {
        double gross = 0;
        for (double each : coefficients) {
            gross += Math.abs(each);
        }
        return side * coefficients[place] / gross;
    }
}
