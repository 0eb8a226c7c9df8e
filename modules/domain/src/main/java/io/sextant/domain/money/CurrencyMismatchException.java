package io.sextant.domain.money;

/** Two amounts of different currencies met without a rate: a bug in the caller. */
public final class CurrencyMismatchException extends ArithmeticException {

    private static final long serialVersionUID = 1;

    CurrencyMismatchException(Currency left, Currency right) {
        super("amounts in " + left + " and " + right + " cannot be combined without a rate");
    }
}
