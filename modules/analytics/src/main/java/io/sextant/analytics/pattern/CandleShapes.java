package io.sextant.analytics.pattern;

import static io.sextant.analytics.pattern.PatternKind.BEARISH_ENGULFING;
import static io.sextant.analytics.pattern.PatternKind.BEARISH_HARAMI;
import static io.sextant.analytics.pattern.PatternKind.BEARISH_MARUBOZU;
import static io.sextant.analytics.pattern.PatternKind.BULLISH_ENGULFING;
import static io.sextant.analytics.pattern.PatternKind.BULLISH_HARAMI;
import static io.sextant.analytics.pattern.PatternKind.BULLISH_MARUBOZU;
import static io.sextant.analytics.pattern.PatternKind.DARK_CLOUD_COVER;
import static io.sextant.analytics.pattern.PatternKind.DOJI;
import static io.sextant.analytics.pattern.PatternKind.DRAGONFLY_DOJI;
import static io.sextant.analytics.pattern.PatternKind.EVENING_STAR;
import static io.sextant.analytics.pattern.PatternKind.GRAVESTONE_DOJI;
import static io.sextant.analytics.pattern.PatternKind.HAMMER;
import static io.sextant.analytics.pattern.PatternKind.HANGING_MAN;
import static io.sextant.analytics.pattern.PatternKind.INVERTED_HAMMER;
import static io.sextant.analytics.pattern.PatternKind.MORNING_STAR;
import static io.sextant.analytics.pattern.PatternKind.PIERCING_LINE;
import static io.sextant.analytics.pattern.PatternKind.SHOOTING_STAR;
import static io.sextant.analytics.pattern.PatternKind.THREE_BLACK_CROWS;
import static io.sextant.analytics.pattern.PatternKind.THREE_WHITE_SOLDIERS;
import static io.sextant.analytics.pattern.PatternKind.TWEEZER_BOTTOM;
import static io.sextant.analytics.pattern.PatternKind.TWEEZER_TOP;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Shapes of one to three candles. A shape and its mirror are one rule, told with the prices times {@code sign}: 1 for what points up, -1 for
 * what points down, where high and low change places.
 */
final class CandleShapes {

    /** Bars that tell what is usual. */
    private static final int USUAL = 10;

    private static final int MASK = 15;

    private final Set<PatternKind> kinds;
    private final Consumer<PatternHit> found;
    private final double[] open = new double[MASK + 1];
    private final double[] high = new double[MASK + 1];
    private final double[] low = new double[MASK + 1];
    private final double[] close = new double[MASK + 1];
    /** Of the ten bars before each, NaN before there are ten. */
    private final double[] usualBody = new double[MASK + 1];
    /** Of the ten closes up to each. */
    private final double[] meanClose = new double[MASK + 1];

    private int bar;
    private int known;

    CandleShapes(Set<PatternKind> kinds, Consumer<PatternHit> found) {
        this.kinds = kinds;
        this.found = found;
        forget();
    }

    void forget() {
        known = 0;
        Arrays.fill(usualBody, Double.NaN);
        Arrays.fill(meanClose, Double.NaN);
    }

    void next(int index, double o, double h, double l, double c) {
        bar = index;
        int at = index & MASK;
        usualBody[at] = known >= USUAL ? meanOfBodies(index) : Double.NaN;
        open[at] = o;
        high[at] = h;
        low[at] = l;
        close[at] = c;
        known++;
        meanClose[at] = known >= USUAL ? meanOfCloses(index) : Double.NaN;
        look();
    }

    private double meanOfBodies(int index) {
        double sum = 0;
        for (int i = 1; i <= USUAL; i++) {
            sum += Math.abs(close[index - i & MASK] - open[index - i & MASK]);
        }
        return sum / USUAL;
    }

    private double meanOfCloses(int index) {
        double sum = 0;
        for (int i = 0; i < USUAL; i++) {
            sum += close[index - i & MASK];
        }
        return sum / USUAL;
    }

    private void look() {
        double range = range(0);
        if (range > 0 && body(0) <= 0.05 * range && known > USUAL) {
            tell(DOJI, 1);
        }
        one(1, DRAGONFLY_DOJI, HAMMER, INVERTED_HAMMER, BULLISH_MARUBOZU);
        one(-1, GRAVESTONE_DOJI, SHOOTING_STAR, HANGING_MAN, BEARISH_MARUBOZU);
        two(1, BULLISH_ENGULFING, BULLISH_HARAMI, PIERCING_LINE, TWEEZER_BOTTOM);
        two(-1, BEARISH_ENGULFING, BEARISH_HARAMI, DARK_CLOUD_COVER, TWEEZER_TOP);
        three(1, MORNING_STAR, THREE_WHITE_SOLDIERS);
        three(-1, EVENING_STAR, THREE_BLACK_CROWS);
    }

    /** {@code behind} is the shadow on the side that a turn leaves, below for what points up. */
    private void one(int sign, PatternKind doji, PatternKind longBehind, PatternKind longAhead, PatternKind marubozu) {
        double range = range(0);
        double body = body(0);
        if (!(range > 0)) {
            return;
        }
        double behind = shadowBehind(0, sign);
        double ahead = shadowBehind(0, -sign);
        if (turns(1, sign)) {
            if (body <= 0.05 * range && ahead <= 0.1 * range && behind >= 0.6 * range) {
                tell(doji, 1);
            }
            if (body > 0.05 * range && behind >= 2 * body && ahead <= 0.1 * range) {
                tell(longBehind, 1);
            }
            if (body > 0.05 * range && ahead >= 2 * body && behind <= 0.1 * range) {
                tell(longAhead, 1);
            }
        }
        if (rises(0, sign) && isLong(0) && body >= 0.95 * range) {
            tell(marubozu, 1);
        }
    }

    private void two(int sign, PatternKind engulfing, PatternKind harami, PatternKind piercing, PatternKind tweezer) {
        if (!turns(2, sign) || !rises(1, -sign) || !rises(0, sign)) {
            return;
        }
        double o = sign * open(0);
        double c = sign * close(0);
        double o1 = sign * open(1);
        double c1 = sign * close(1);
        if (o <= c1 && c >= o1 && body(0) > body(1)) {
            tell(engulfing, 2);
        }
        if (isLong(1) && o >= c1 && c <= o1 && body(0) <= body(1) / 2) {
            tell(harami, 2);
        }
        if (isLong(1) && o <= c1 && c > (o1 + c1) / 2 && c < o1) {
            tell(piercing, 2);
        }
        if (Math.abs(end(0, sign) - end(1, sign)) <= 0.05 * range(1)) {
            tell(tweezer, 2);
        }
    }

    private void three(int sign, PatternKind star, PatternKind soldiers) {
        double middle = sign * (open(2) + close(2)) / 2;
        if (turns(3, sign)
                && rises(2, -sign)
                && isLong(2)
                && body(1) <= body(2) / 3
                && Math.max(sign * open(1), sign * close(1)) < middle
                && rises(0, sign)
                && sign * close(0) > middle) {
            tell(star, 3);
        }
        if (marches(0, sign) && marches(1, sign) && marches(2, sign) && follows(0, sign) && follows(1, sign)) {
            tell(soldiers, 3);
        }
    }

    private boolean marches(int back, int sign) {
        return rises(back, sign) && isLong(back) && shadowBehind(back, -sign) <= 0.25 * range(back);
    }

    /** Opened within the body of the bar before and closed beyond it. */
    private boolean follows(int back, int sign) {
        double o = sign * open(back);
        return o >= sign * open(back + 1) && o <= sign * close(back + 1) && sign * close(back) > sign * close(back + 1);
    }

    /** Whether the price went the other way before a shape of so many bars. */
    private boolean turns(int shape, int sign) {
        double mean = meanClose[bar - shape & MASK];
        return known > shape && sign * close(shape) < sign * mean;
    }

    private boolean rises(int back, int sign) {
        return sign * close(back) > sign * open(back);
    }

    private boolean isLong(int back) {
        return body(back) > usualBody[bar - back & MASK];
    }

    private double body(int back) {
        return Math.abs(close(back) - open(back));
    }

    private double range(int back) {
        return high[bar - back & MASK] - low[bar - back & MASK];
    }

    /** Below the body for what points up, above it for what points down. */
    private double shadowBehind(int back, int sign) {
        return sign > 0
                ? Math.min(open(back), close(back)) - low[bar - back & MASK]
                : high[bar - back & MASK] - Math.max(open(back), close(back));
    }

    /** The low for what points up, the high for what points down. */
    private double end(int back, int sign) {
        return sign > 0 ? low[bar - back & MASK] : high[bar - back & MASK];
    }

    private double open(int back) {
        return open[bar - back & MASK];
    }

    private double close(int back) {
        return close[bar - back & MASK];
    }

    private void tell(PatternKind kind, int shape) {
        if (!kinds.contains(kind)) {
            return;
        }
        List<PatternHit.Point> points = new ArrayList<>(shape);
        for (int back = shape - 1; back >= 0; back--) {
            points.add(new PatternHit.Point(bar - back, close(back)));
        }
        found.accept(new PatternHit(kind, bar, kind.direction(), points));
    }
}
