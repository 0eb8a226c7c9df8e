package io.sextant.domain.money;

/** An exact, never negative amount of an instrument: coins, shares or contracts. Not a position, which has a sign. */
public record Quantity(long units, int scale) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(0, 0);

    public Quantity {
        Decimals.requireScale(scale);
        if (units < 0) {
            throw new IllegalArgumentException("a quantity is never negative, was " + Decimals.format(units, scale));
        }
        int normal = Decimals.normalScale(units, scale);
        units /= Decimals.powerOfTen(scale - normal);
        scale = normal;
    }

    public static Quantity of(long units, int scale) {
        return new Quantity(units, scale);
    }

    /** Reads plain notation such as {@code "0.015"}; anything else gives {@link NumberFormatException}. */
    public static Quantity parse(String text) {
        return new Quantity(Decimals.unitsOf(text), Decimals.scaleOf(text));
    }

    public boolean isZero() {
        return units == 0;
    }

    /** Whether this is a whole number of {@code step}, which is not zero. */
    public boolean isMultipleOf(Quantity step) {
        return Decimals.isMultiple(units, scale, step.units, step.scale);
    }

    /** Units of {@code 10^-wantedScale}; refused when digits would be lost. */
    public long unitsAt(int wantedScale) {
        return Decimals.rescaleExact(units, scale, wantedScale);
    }

    public Quantity plus(Quantity other) {
        int common = Math.max(scale, other.scale);
        return new Quantity(Math.addExact(unitsAt(common), other.unitsAt(common)), common);
    }

    public Quantity minus(Quantity other) {
        int common = Math.max(scale, other.scale);
        return new Quantity(Math.subtractExact(unitsAt(common), other.unitsAt(common)), common);
    }

    /** For analysis and drawing only: ledgers never read this. */
    public double toDouble() {
        return units / (double) Decimals.powerOfTen(scale);
    }

    @Override
    public int compareTo(Quantity other) {
        return Decimals.compare(units, scale, other.units, other.scale);
    }

    @Override
    public String toString() {
        return Decimals.format(units, scale);
    }
}
