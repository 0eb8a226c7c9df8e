package io.sextant.strategy.kind;

import io.sextant.domain.forecast.Verdict;
import io.sextant.domain.regime.RegimeName;
import org.jspecify.annotations.Nullable;

/**
 * The world as of the end of a bar. Instruments are numbered from 0 in the order in which the run was given them. There is no way to
 * ask for anything later; what is not known is NaN, none, or null.
 */
public interface Scene {

    /** The end of the bars that are new. */
    long endNanos();

    int instruments();

    /** Whether a bar of it ended now; another instrument may trade at other hours. */
    boolean isNew(int instrument);

    /** How many bars of it have ended so far, this one among them. */
    int bars(int instrument);

    long openTimeNanos(int instrument);

    double open(int instrument);

    double high(int instrument);

    double low(int instrument);

    double close(int instrument);

    double volume(int instrument);

    /** The close of an earlier bar, 0 bars ago being the newest; NaN beyond {@link Needs#pastBars()} and before the first. */
    double close(int instrument, int barsAgo);

    /** As of the newest bar, by its place among {@link Needs#features()}. */
    double feature(int instrument, int feature);

    /** What the champion expects of the next bar, with its measured skill; null where none stands. */
    @Nullable Outlook outlook(int instrument);

    /** Null where no regime is told. */
    @Nullable RegimeName regime(int instrument);

    /** The best bid as it stands, NaN where no book is seen, as on bars. */
    double bid(int instrument);

    double ask(int instrument);

    /** What this strategy holds, below zero where it is short; orders that still wait do not count. */
    double heldUnits(int instrument);

    /** The mean price at which it was taken; NaN where nothing is held. */
    double entryPrice(int instrument);

    /** Of the strategy's own book, marked at the newest closes. */
    double equity();

    /**
     * A forecast as a strategy may use it.
     *
     * @param logReturn expected over the next bar
     * @param lowLogReturn the lower end of the interval that holds eight in ten
     * @param highLogReturn its upper end
     */
    record Outlook(double logReturn, double lowLogReturn, double highLogReturn, Verdict verdict, String model) {}
}
