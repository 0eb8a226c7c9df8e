package io.sextant.portfolio.estimate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the return of a year is expected from the past. */
public enum MeanKind {
    /** The mean of a period's return, times the periods of a year. */
    ARITHMETIC,
    /** What was earned, as a rate of a year: (product of 1 + r)^(periods / count) - 1. */
    COMPOUND,
    /** Arithmetic means, drawn towards the one of the portfolio of least variance (Jorion, Bayes-Stein estimation, 1986). */
    JAMES_STEIN,
    /** Risk-free, and the market's premium times beta (Sharpe, 1964; Lintner, 1965). */
    CAPM;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MeanKind> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public static String words() {
        return Arrays.stream(values()).map(MeanKind::word).collect(Collectors.joining(", "));
    }
}
