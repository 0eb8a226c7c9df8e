package io.sextant.domain.money;

/** An exact, signed amount in one currency. Amounts of different currencies never meet without a stated rate. */
public record Money(long units, Currency currency) implements Comparable<Money> {

    public static Money of(long units, Currency currency) {
        return new Money(units, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads {@code "12.5"} as that amount of {@code currency}. What is no plain number gives {@link NumberFormatException};
     * more decimals than the ledger keeps, or more digits than it holds, give {@link ArithmeticException}.
     */
    public static Money parse(String text, Currency currency) {
        long units = Decimals.unitsOf(text);
        return new Money(Decimals.rescaleExact(units, Decimals.scaleOf(text), currency.scale()), currency);
    }

    public Money plus(Money other) {
        other.requireCurrency(currency);
        return new Money(Math.addExact(units, other.units), currency);
    }

    public Money minus(Money other) {
        other.requireCurrency(currency);
        return new Money(Math.subtractExact(units, other.units), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(units), currency);
    }

    public Money abs() {
        return units < 0 ? negated() : this;
    }

    public boolean isNegative() {
        return units < 0;
    }

    /** For analysis and drawing only: ledgers never read this. */
    public double toDouble() {
        return units / (double) Decimals.powerOfTen(currency.scale());
    }

    @Override
    public int compareTo(Money other) {
        other.requireCurrency(currency);
        return Long.compare(units, other.units);
    }

    /** All decimals of the ledger and the code: {@code 12.50000000 USDT}. The window shortens it for people. */
    @Override
    public String toString() {
        return Decimals.format(units, currency.scale()) + " " + currency.code();
    }

    /** Refuses another currency with {@link CurrencyMismatchException}. */
    public void requireCurrency(Currency wanted) {
        if (!currency.equals(wanted)) {
            throw new CurrencyMismatchException(currency, wanted);
        }
    }
}
