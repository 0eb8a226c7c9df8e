package io.sextant.strategy.kind;

/**
 * A number that a strategy can be set by.
 *
 * @param step between values that a search tries; whole for {@link Unit#BARS}
 */
public record Parameter(String name, Unit unit, double lowest, double highest, double usual, double step) {

    /** What the number counts. */
    public enum Unit {
        BARS,
        COUNT,
        SHARE,
        NUMBER,
        /** 1 is yes and 0 is no. */
        YES_OR_NO;

        boolean isWhole() {
            return this == BARS || this == COUNT || this == YES_OR_NO;
        }
    }

    public Parameter {
        if (!(lowest <= usual && usual <= highest && step > 0)) {
            throw new IllegalArgumentException(
                    name + ": " + usual + " of " + lowest + " to " + highest + " by " + step);
        }
    }

    public static Parameter bars(String name, int lowest, int highest, int usual) {
        return new Parameter(name, Unit.BARS, lowest, highest, usual, 1);
    }

    public static Parameter yesOrNo(String name, boolean usual) {
        return new Parameter(name, Unit.YES_OR_NO, 0, 1, usual ? 1 : 0, 1);
    }

    /** Refuses with a sentence what this parameter cannot be. */
    double checked(double value) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    name + " is from " + plain(lowest) + " to " + plain(highest) + ", not " + plain(value));
        }
        if (unit.isWhole() && value != Math.rint(value)) {
            throw new IllegalArgumentException(name + " is a whole number, not " + plain(value));
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
