package io.sextant.domain.alert;

import java.math.BigDecimal;

/** A number held against a level: it counts when it is there or beyond. */
public record LevelTest(Direction direction, double level) {

    /** On which side of the level it counts. */
    public enum Direction {
        ABOVE,
        BELOW
    }

    /** What a number did since the last look: the lowest, the highest and the newest. */
    public record Look(double low, double high, double last) {

        public static Look at(double value) {
            return new Look(value, value, value);
        }

        boolean isKnown() {
            return Double.isFinite(low) && Double.isFinite(high) && Double.isFinite(last);
        }
    }

    /** What follows from a look. */
    public enum Step {
        NOTHING,
        FIRES,
        REARMS
    }

    public LevelTest {
        if (!Double.isFinite(level)) {
            throw new IllegalArgumentException("a level is a number, not " + level);
        }
    }

    public boolean holds(double value) {
        return direction == Direction.ABOVE ? value >= level : value <= level;
    }

    /** The number of a look that is furthest on the side that counts: the one that fires. */
    public double furthest(Look look) {
        return direction == Direction.ABOVE ? look.high() : look.low();
    }

    /**
     * An armed test fires at a touch; a fired one is armed again when the newest number is back on the other side by more than nothing and at
     * least by {@code band}, so one that trembles within its band is told once; without a band only a pause holds it.
     */
    public Step step(boolean armed, double band, Look look) {
        if (!look.isKnown()) {
            return Step.NOTHING;
        }
        if (armed) {
            return holds(furthest(look)) ? Step.FIRES : Step.NOTHING;
        }
        double back = direction == Direction.ABOVE ? level - look.last() : look.last() - level;
        return back > 0 && back >= band ? Step.REARMS : Step.NOTHING;
    }

    /** A number in plain digits, as people write it. */
    public static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : "";
    }
}
