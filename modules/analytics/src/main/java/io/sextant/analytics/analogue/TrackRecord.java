package io.sextant.analytics.analogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often analogues helped: at past bars, a horizon and more apart so that no two share an outcome, the sign of what followed the analogues is
 * held against what then came, beside the sign that the memory's own mean told, and so are both means. Everything as it was known at those bars.
 *
 * @param hits how often the analogues told the side, of {@code asked}
 * @param usualHits how often the unconditional mean did
 * @param gain the difference of both rates
 * @param gainLow lower end of its 95 % interval for pairs (Agresti and Min 2005)
 * @param gainHigh upper end
 * @param errorRatio mean squared error of the analogues' mean over that of the unconditional one; below 1 it was nearer
 * @param familiarity share of the asked bars whose analogues were farther than those of the bar this record belongs to
 */
public record TrackRecord(
        int asked,
        int hits,
        int usualHits,
        double gain,
        double gainLow,
        double gainHigh,
        double errorRatio,
        double familiarity) {

    /** What the interval allows to say. */
    public enum Verdict {
        HELPED,
        NO_EVIDENCE,
        HURT
    }

    private static final double NORMAL_95 = 1.959963984540054;
    private static final double WILSON = NORMAL_95 * NORMAL_95;
    /** Fewer make no interval. */
    public static final int ASKED_MIN = 10;

    /** Asked at no more than so many bars, evenly over the past. */
    public static final int ASKED_MAX = 300;

    /** Before a bar that reminded of something; empty where the past is too short to have been asked {@value #ASKED_MIN} times. */
    public static Optional<TrackRecord> before(Situations situations, Recall present, int count) {
        int horizon = situations.horizon();
        int last = present.bar() - horizon - 1;
        int first = Situations.KNOWN_MIN + horizon + 1;
        int step = Math.max(horizon, (last - first) / ASKED_MAX + 1);
        List<Recall> asked = new ArrayList<>();
        for (int bar = last; bar >= first; bar -= step) {
            if (Double.isFinite(situations.followed(bar))) {
                situations.findRecall(bar, count).ifPresent(asked::add);
            }
        }
        return asked.size() < ASKED_MIN ? Optional.empty() : Optional.of(of(situations, asked, present));
    }

    private static TrackRecord of(Situations situations, List<Recall> asked, Recall present) {
        int n = asked.size();
        int hits = 0;
        int usualHits = 0;
        int farther = 0;
        int disagreements = 0;
        double squares = 0;
        double usualSquares = 0;
        double distance = present.meanDistance();
        for (Recall each : asked) {
            double came = situations.followed(each.bar());
            int hit = tells(each.mean(), came);
            int usualHit = tells(each.usualMean(), came);
            hits += hit;
            usualHits += usualHit;
            disagreements += Math.abs(hit - usualHit);
            squares += (each.mean() - came) * (each.mean() - came);
            usualSquares += (each.usualMean() - came) * (each.usualMean() - came);
            farther += each.meanDistance() > distance ? 1 : 0;
        }
        // One half is added to either kind of disagreement: the plain interval is too short where there are few.
        double centre = (hits - usualHits) / (n + 2.0);
        double deviation = Math.sqrt(((disagreements + 1) / (n + 2.0) - centre * centre) / (n + 2.0));
        return new TrackRecord(
                n,
                hits,
                usualHits,
                (double) (hits - usualHits) / n,
                centre - NORMAL_95 * deviation,
                centre + NORMAL_95 * deviation,
                squares / usualSquares,
                (double) farther / n);
    }

    private static int tells(double told, double came) {
        return told * came > 0 ? 1 : 0;
    }

    public double hitRate() {
        return (double) hits / asked;
    }

    public double usualHitRate() {
        return (double) usualHits / asked;
    }

    /** Lower end of the 95 % interval of the hit rate (Wilson 1927). */
    public double hitRateLow() {
        return wilson(-1);
    }

    public double hitRateHigh() {
        return wilson(1);
    }

    private double wilson(int side) {
        double p = hitRate();
        double half = Math.sqrt(WILSON * (p * (1 - p) / asked + WILSON / (4.0 * asked * asked)));
        return (p + WILSON / (2.0 * asked) + side * half) / (1 + WILSON / asked);
    }

    public Verdict verdict() {
        if (gainLow > 0) {
            return Verdict.HELPED;
        }
        return gainHigh < 0 ? Verdict.HURT : Verdict.NO_EVIDENCE;
    }
}
