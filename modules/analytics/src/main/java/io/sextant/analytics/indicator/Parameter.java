package io.sextant.analytics.indicator;

/** A number that an indicator takes, with its usual value and what it may be. */
public record Parameter(String name, double usual, double least, double most, boolean whole) {

    public Parameter {
        if (!(least <= usual && usual <= most)) {
            throw new IllegalArgumentException(name + " is usually " + usual + ", not within " + least + " to " + most);
        }
    }

    /** A number of bars. */
    static Parameter bars(String name, int usual) {
        return bars(name, usual, 1);
    }

    /** A number of bars below which the indicator means nothing. */
    static Parameter bars(String name, int usual, int least) {
        return new Parameter(name, usual, least, 100_000, true);
    }

    static Parameter factor(String name, double usual) {
        return new Parameter(name, usual, 0.01, 100, false);
    }

    boolean takes(double value) {
        return value >= least && value <= most && (!whole || value == Math.rint(value));
    }
}
