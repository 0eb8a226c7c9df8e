package io.sextant.analytics.indicator;

/** Two smoothers of the same values, added: Coppock's guide adds two rates of change. */
record Summed(Smoother one, Smoother other) implements Smoother {

    @Override
    public double next(double value) {
        return one.next(value) + other.next(value);
    }

    @Override
    public Summed copy() {
        return new Summed(one.copy(), other.copy());
    }
}
