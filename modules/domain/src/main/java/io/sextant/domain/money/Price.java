package io.sextant.domain.money;

/**
 * An exact price of one unit, without its currency (the instrument knows it). May be negative, as oil was in 2020. Not an
 * amount of money: multiply by a quantity through the instrument. Trailing zeros are dropped, so equal prices are equal
 * records.
 */
public record Price(long units, int scale) implements Comparable<Price> {

    public static final Price ZERO = new Price(0, 0);

    public Price {
        Decimals.requireScale(scale);
        int normal = Decimals.normalScale(units, scale);
        units /= Decimals.powerOfTen(scale - normal);
        scale = normal;
    }

    public static Price of(long units, int scale) {
        return new Price(units, scale);
    }

    /** Reads plain notation such as {@code "-37.63"}; anything else gives {@link NumberFormatException}. */
    public static Price parse(String text) {
        return new Price(Decimals.unitsOf(text), Decimals.scaleOf(text));
    }

    public boolean isPositive() {
        return units > 0;
    }

    /** Whether this price lies on a grid of {@code step}, which is positive. */
    public boolean isMultipleOf(Price step) {
        return Decimals.isMultiple(units, scale, step.units, step.scale);
    }

    /** Units of {@code 10^-wantedScale}; refused when digits would be lost. */
    public long unitsAt(int wantedScale) {
        return Decimals.rescaleExact(units, scale, wantedScale);
    }

    /** For analysis and drawing only: ledgers never read this. */
    public double toDouble() {
        return units / (double) Decimals.powerOfTen(scale);
    }

    @Override
    public int compareTo(Price other) {
        return Decimals.compare(units, scale, other.units, other.scale);
    }

    @Override
    public String toString() {
        return Decimals.format(units, scale);
    }
}
