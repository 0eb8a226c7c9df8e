package io.sextant.marketdata.bar;

/** A sum of doubles that keeps what each addition rounds away (Neumaier 1974). */
public final class CompensatedSum {

    private double sum;
    private double lost;

    public void clear() {
        sum = 0;
        lost = 0;
    }

    public void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    public double value() {
        return sum + lost;
    }
}
