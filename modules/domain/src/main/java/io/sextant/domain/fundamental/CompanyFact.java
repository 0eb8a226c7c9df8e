package io.sextant.domain.fundamental;

import java.time.LocalDate;

/**
 * One thing that became known of a company.
 *
 * @param symbol as the instrument is called here
 * @param period last day of what it speaks of
 * @param knownNanos when it was published (UTC); nobody could act on it earlier
 */
public record CompanyFact(String symbol, CompanyTopic topic, LocalDate period, long knownNanos, double value) {

    private static final int SYMBOL_MAX = 30;

    public CompanyFact {
        if (symbol.isBlank() || symbol.length() > SYMBOL_MAX || symbol.contains("/") || symbol.contains("\n")) {
            throw new IllegalArgumentException("'" + symbol + "' is no symbol");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a figure is a number, not " + value);
        }
    }
}
