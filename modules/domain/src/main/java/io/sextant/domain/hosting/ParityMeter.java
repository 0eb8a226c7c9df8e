package io.sextant.domain.hosting;

import java.util.List;

/**
 * How a strategy's trading compares with what its test does on the same feed at the same time. The shadow keeps a book of its own.
 *
 * @param sinceNanos when the strategy first began to trade: it counts since then, over restarts of the desk too; 0 before
 * @param signals wishes that were compared
 * @param alike those of which everything was the same
 * @param newest the newest signals, newest first
 */
public record ParityMeter(
        long sinceNanos,
        long signals,
        long alike,
        List<Count> counts,
        double strategyEquity,
        double shadowEquity,
        List<ComparedSignal> newest) {

    public static final ParityMeter NOT_YET = new ParityMeter(0, 0, 0, List.of(), Double.NaN, Double.NaN, List.of());

    /** How many signals differed in one way. */
    public record Count(ParityDifference.Kind kind, long signals) {}

    public ParityMeter {
        counts = List.copyOf(counts);
        newest = List.copyOf(newest);
    }
}
