package io.sextant.exchange.port;

/**
 * How a venue takes orders.
 *
 * @param amendsInPlace whether it changes an order and keeps it; if not, an amend is a cancel and a new order for the rest
 * @param lapseNanos how long after it was signed a request may still be carried out; what was not by then never will be
 * @param balanceDecimals decimals in which the venue counts balances of which it does not say it
 * @param placeWeight what requests cost of the budget that the venue's feed shares
 */
public record TradingTraits(
        String name,
        boolean amendsInPlace,
        long lapseNanos,
        int balanceDecimals,
        int placeWeight,
        int findWeight,
        int openWeight,
        int tradesWeight,
        int balancesWeight) {}
