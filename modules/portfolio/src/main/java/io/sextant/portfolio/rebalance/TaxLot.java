package io.sextant.portfolio.rebalance;

/** What was bought at once, oldest first in a list. */
public record TaxLot(double quantity, double price) {

    public TaxLot {
        if (!(quantity > 0) || !(price >= 0)) {
            throw new IllegalArgumentException("a tax lot has a quantity above zero and a price that is not negative");
        }
    }
}
