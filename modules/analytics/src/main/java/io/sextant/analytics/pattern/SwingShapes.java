package io.sextant.analytics.pattern;

import io.sextant.analytics.pattern.PatternHit.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shapes of swings. When a swing becomes known the newest are compared with each definition; what fits waits for the price to break its
 * line, until it broke the line that makes it void or as many bars passed as the shape is long. A shape and its mirror are one rule with the prices
 * times {@code sign}: 1 where it is told with highs on top, -1 for the mirror.
 */
final class SwingShapes {

    private static final int WAITING = 16;

    private final Consumer<PatternHit> found;
    private final Swings swings = new Swings();
    private final Candidate[] waiting = new Candidate[WAITING];
    private int count;

    SwingShapes(Consumer<PatternHit> found) {
        this.found = found;
        for (int i = 0; i < WAITING; i++) {
            waiting[i] = new Candidate();
        }
    }

    void forget() {
        swings.forget();
        count = 0;
    }

    void next(int bar, double high, double low, double close) {
        watch(bar, close);
        if (swings.next(bar, high, low, close)) {
            boolean top = swings.isHigh(0);
            doubleTop(bar, top ? 1 : -1);
            headAndShoulders(bar, top ? 1 : -1);
            triangle(bar);
            channel(bar);
            // A shape may be known only when its line is broken already.
            watch(bar, close);
        }
    }

    private void watch(int bar, double close) {
        for (int i = 0; i < count; i++) {
            Candidate candidate = waiting[i];
            if (candidate.over) {
                continue;
            }
            if (candidate.direction * (close - candidate.breaks(bar)) > 0) {
                found.accept(new PatternHit(candidate.kind, bar, candidate.direction, candidate.points()));
                end(candidate);
            } else if (bar >= candidate.lastBar || candidate.direction * (close - candidate.voids(bar)) < 0) {
                candidate.over = true;
            }
        }
        removeEnded();
    }

    /** A symmetrical triangle waits at both of its lines; what broke one does not wait at the other. */
    private void end(Candidate broken) {
        broken.over = true;
        for (int i = 0; broken.kind == PatternKind.SYMMETRICAL_TRIANGLE && i < count; i++) {
            if (waiting[i].kind == broken.kind && waiting[i].bars[0] == broken.bars[0]) {
                waiting[i].over = true;
            }
        }
    }

    /** Only once all were looked at: whoever moves up meanwhile would be passed over. */
    private void removeEnded() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            Candidate candidate = waiting[i];
            if (!candidate.over) {
                waiting[i] = waiting[kept];
                waiting[kept++] = candidate;
            }
        }
        count = kept;
    }

    private void removeOldest() {
        Candidate gone = waiting[0];
        System.arraycopy(waiting, 1, waiting, 0, count - 1);
        waiting[--count] = gone;
    }

    /** The oldest makes room. */
    private Candidate add(PatternKind kind, int direction, int swingsOfIt, int lastBar) {
        if (count == WAITING) {
            removeOldest();
        }
        Candidate candidate = waiting[count++];
        candidate.begin(kind, direction, swings, swingsOfIt, lastBar);
        return candidate;
    }

    private double price(int back, int sign) {
        return sign * swings.price(back);
    }

    private void doubleTop(int bar, int sign) {
        if (swings.count() < 4) {
            return;
        }
        double second = price(0, sign);
        double between = price(1, sign);
        double first = price(2, sign);
        double height = (first + second) / 2 - between;
        if (price(3, sign) < between && Math.abs(first - second) <= 0.15 * height) {
            int length = swings.bar(0) - swings.bar(2);
            add(
                            sign > 0 ? PatternKind.DOUBLE_TOP : PatternKind.DOUBLE_BOTTOM,
                            -sign,
                            4,
                            Math.max(bar, swings.bar(0) + length))
                    .lines(swings.bar(1), swings.price(1), 0, swings.bar(0), sign * Math.max(first, second), 0);
        }
    }

    private void headAndShoulders(int bar, int sign) {
        if (swings.count() < 5) {
            return;
        }
        double right = price(0, sign);
        double head = price(2, sign);
        double left = price(4, sign);
        double slope = (price(1, sign) - price(3, sign)) / (swings.bar(1) - swings.bar(3));
        double height = head - lineAt(swings.bar(2), swings.bar(3), price(3, sign), slope);
        double overRight = right - lineAt(swings.bar(0), swings.bar(3), price(3, sign), slope);
        double overLeft = left - lineAt(swings.bar(4), swings.bar(3), price(3, sign), slope);
        boolean fits = head - Math.max(left, right) >= 0.2 * height
                && Math.min(overLeft, overRight) >= 0.2 * height
                && Math.abs(left - right) <= 0.3 * height
                && Math.abs(price(1, sign) - price(3, sign)) <= 0.3 * height;
        if (fits) {
            int length = swings.bar(0) - swings.bar(4);
            add(
                            sign > 0 ? PatternKind.HEAD_AND_SHOULDERS : PatternKind.INVERSE_HEAD_AND_SHOULDERS,
                            -sign,
                            5,
                            Math.max(bar, swings.bar(0) + length))
                    .lines(swings.bar(3), swings.price(3), sign * slope, swings.bar(2), swings.price(2), 0);
        }
    }

    private void triangle(int bar) {
        if (swings.count() < 4) {
            return;
        }
        int top = swings.isHigh(0) ? 0 : 1;
        int foot = 1 - top;
        int length = swings.bar(0) - swings.bar(3);
        double topSlope = slope(top, top + 2);
        double footSlope = slope(foot, foot + 2);
        int begin = swings.bar(3);
        double topAtBegin = lineAt(begin, swings.bar(top), swings.price(top), topSlope);
        double footAtBegin = lineAt(begin, swings.bar(foot), swings.price(foot), footSlope);
        double height = topAtBegin - footAtBegin;
        if (!(height > 0)) {
            return;
        }
        double topMove = swings.price(top) - swings.price(top + 2);
        double footMove = swings.price(foot) - swings.price(foot + 2);
        int lastBar = Math.max(bar, swings.bar(0) + length);
        if (Math.abs(topMove) <= 0.12 * height && footMove >= 0.25 * height) {
            add(PatternKind.ASCENDING_TRIANGLE, 1, 4, lastBar)
                    .lines(
                            swings.bar(top),
                            Math.max(swings.price(top), swings.price(top + 2)),
                            0,
                            swings.bar(foot),
                            swings.price(foot),
                            footSlope);
        } else if (Math.abs(footMove) <= 0.12 * height && topMove <= -0.25 * height) {
            add(PatternKind.DESCENDING_TRIANGLE, -1, 4, lastBar)
                    .lines(
                            swings.bar(foot),
                            Math.min(swings.price(foot), swings.price(foot + 2)),
                            0,
                            swings.bar(top),
                            swings.price(top),
                            topSlope);
        } else if (topMove <= -0.2 * height && footMove >= 0.2 * height) {
            int meet = begin + (int) Math.min(2.0 * length, height / (footSlope - topSlope));
            int last = Math.min(lastBar, meet);
            // Where its lines met before it was known, a close may lie beyond both.
            for (int direction = 1; direction >= -1 && bar <= last; direction -= 2) {
                int breaks = direction > 0 ? top : foot;
                int voids = 1 - breaks;
                add(PatternKind.SYMMETRICAL_TRIANGLE, direction, 4, last)
                        .lines(
                                swings.bar(breaks),
                                swings.price(breaks),
                                direction > 0 ? topSlope : footSlope,
                                swings.bar(voids),
                                swings.price(voids),
                                direction > 0 ? footSlope : topSlope);
            }
        }
    }

    /** Known when its sixth swing is: nothing needs to break. */
    private void channel(int bar) {
        if (swings.count() < 6) {
            return;
        }
        int top = swings.isHigh(0) ? 0 : 1;
        int foot = 1 - top;
        int begin = swings.bar(5);
        int end = swings.bar(0);
        double topSlope = slope(top, top + 4);
        double footSlope = slope(foot, foot + 4);
        double height = lineAt(begin, swings.bar(top), swings.price(top), topSlope)
                - lineAt(begin, swings.bar(foot), swings.price(foot), footSlope);
        double offTop =
                swings.price(top + 2) - lineAt(swings.bar(top + 2), swings.bar(top), swings.price(top), topSlope);
        double offFoot =
                swings.price(foot + 2) - lineAt(swings.bar(foot + 2), swings.bar(foot), swings.price(foot), footSlope);
        boolean fits = height > 0
                && Math.abs(topSlope - footSlope) * (end - begin) <= 0.2 * height
                && Math.max(Math.abs(offTop), Math.abs(offFoot)) <= 0.2 * height;
        if (!fits) {
            return;
        }
        double move = (topSlope + footSlope) / 2 * (end - begin);
        if (move >= 0.5 * height) {
            tell(PatternKind.RISING_CHANNEL, bar);
        } else if (move <= -0.5 * height) {
            tell(PatternKind.FALLING_CHANNEL, bar);
        } else if (Math.abs(move) < 0.2 * height) {
            tell(PatternKind.HORIZONTAL_CHANNEL, bar);
        }
    }

    private void tell(PatternKind kind, int bar) {
        List<Point> points = new ArrayList<>(6);
        for (int back = 5; back >= 0; back--) {
            points.add(new Point(swings.bar(back), swings.price(back)));
        }
        found.accept(new PatternHit(kind, bar, kind.direction(), points));
    }

    private double slope(int newer, int older) {
        return (swings.price(newer) - swings.price(older)) / (swings.bar(newer) - swings.bar(older));
    }

    private static double lineAt(int bar, int throughBar, double throughPrice, double slope) {
        return throughPrice + slope * (bar - throughBar);
    }

    /** A shape that waits for its break. */
    private static final class Candidate {

        private PatternKind kind = PatternKind.DOUBLE_TOP;
        private int direction;
        private int lastBar;
        private int swingsOfIt;
        private boolean over;
        private final int[] bars = new int[Swings.KEPT];
        private final double[] prices = new double[Swings.KEPT];
        private int breakBar;
        private double breakPrice;
        private double breakSlope;
        private int voidBar;
        private double voidPrice;
        private double voidSlope;

        void begin(PatternKind newKind, int newDirection, Swings swings, int number, int last) {
            kind = newKind;
            direction = newDirection;
            swingsOfIt = number;
            lastBar = last;
            over = false;
            for (int i = 0; i < number; i++) {
                bars[i] = swings.bar(number - 1 - i);
                prices[i] = swings.price(number - 1 - i);
            }
        }

        void lines(int bar, double price, double slope, int otherBar, double otherPrice, double otherSlope) {
            breakBar = bar;
            breakPrice = price;
            breakSlope = slope;
            voidBar = otherBar;
            voidPrice = otherPrice;
            voidSlope = otherSlope;
        }

        double breaks(int bar) {
            return lineAt(bar, breakBar, breakPrice, breakSlope);
        }

        double voids(int bar) {
            return lineAt(bar, voidBar, voidPrice, voidSlope);
        }

        List<Point> points() {
            List<Point> points = new ArrayList<>(swingsOfIt);
            for (int i = 0; i < swingsOfIt; i++) {
                points.add(new Point(bars[i], prices[i]));
            }
            return points;
        }
    }
}
